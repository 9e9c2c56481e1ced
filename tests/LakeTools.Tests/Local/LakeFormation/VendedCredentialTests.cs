using Amazon.Glue.Model;
using Amazon.LakeFormation.Model;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Local.LakeFormation;

/// <summary>What Lake Formation vends for a part of a table, a partition and a location, and for whom where access is hybrid.</summary>
public sealed class VendedCredentialTests : GuardedLake
{
    private const string Arn = $"arn:aws:glue:eu-central-1:{TestLake.Account}:table/sales/orders";

    protected override bool IsIntegrated => true;

    private AmazonS3Client S3 { get; set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        S3 = Client(Lake.CredentialsOf());
        await S3.PutBucketAsync("sales-data", Ct);
        foreach (var key in new[] { "orders/day=1/a.csv", "orders/day=2/a.csv", "elsewhere/a.csv" })
            await S3.PutObjectAsync(new PutObjectRequest { BucketName = "sales-data", Key = key, ContentBody = "x" }, Ct);
    }

    [Fact]
    public async Task A_path_within_the_table_is_all_that_its_keys_open()
    {
        await RegisterAsync();
        await GrantAsync(Orders, PermissionSet.Select);
        var request = new GetTemporaryGlueTableCredentialsRequest { TableArn = Arn, S3Path = Location + "/day=1" };
        var answer = await Visitor.LakeFormation.GetTemporaryGlueTableCredentialsAsync(request, Ct);
        Assert.Equal([Location + "/day=1/"], answer.VendedS3Path);
        await OpensAsync(new SessionAWSCredentials(answer.AccessKeyId, answer.SecretAccessKey, answer.SessionToken), "orders/day=1/a.csv",
            "orders/day=2/a.csv");
        request.S3Path = "s3://sales-data/elsewhere";
        Assert.Equal("InvalidInputException",
            await ErrorOf(() => Visitor.LakeFormation.GetTemporaryGlueTableCredentialsAsync(request, Ct)));
    }

    [Fact]
    public async Task A_partition_is_all_that_its_keys_open()
    {
        await RegisterAsync();
        await PartitionedAsync();
        var request = Partition("1");
        Assert.Equal("AccessDeniedException",
            await ErrorOf(() => Visitor.LakeFormation.GetTemporaryGluePartitionCredentialsAsync(request, Ct)));
        await GrantAsync(Orders, PermissionSet.Select);
        var answer = await Visitor.LakeFormation.GetTemporaryGluePartitionCredentialsAsync(request, Ct);
        Assert.InRange(answer.Expiration!.Value.ToUniversalTime() - DateTime.UtcNow, TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(901));
        await OpensAsync(new SessionAWSCredentials(answer.AccessKeyId, answer.SecretAccessKey, answer.SessionToken), "orders/day=1/a.csv",
            "orders/day=2/a.csv");
        Assert.Equal("EntityNotFoundException",
            await ErrorOf(() => Visitor.LakeFormation.GetTemporaryGluePartitionCredentialsAsync(Partition("3"), Ct)));
    }

    [Theory]
    [InlineData(PermissionSet.Select, null, "READ")]
    [InlineData(PermissionSet.Select, "READ", "READ")]
    [InlineData(PermissionSet.Select, "READWRITE", null)]
    [InlineData(PermissionSet.All, null, "READWRITE")]
    [InlineData(PermissionSet.All, "READ", "READ")]
    [InlineData(PermissionSet.All, "READWRITE", "READWRITE")]
    [InlineData(PermissionSet.Insert, null, null)]
    public async Task A_location_opens_as_far_as_its_table_does(PermissionSet granted, string? asked, string? scope)
    {
        await RegisterAsync();
        await AllowAsync();
        await GrantAsync(Orders, granted);
        var request = new GetTemporaryDataLocationCredentialsRequest { DataLocations = [Location + "/day=1/"], CredentialsScope = asked };
        if (scope is null)
        {
            Assert.Equal("AccessDeniedException",
                await ErrorOf(() => Visitor.LakeFormation.GetTemporaryDataLocationCredentialsAsync(request, Ct)));
            return;
        }

        var answer = await Visitor.LakeFormation.GetTemporaryDataLocationCredentialsAsync(request, Ct);
        Assert.Equal((scope, Location + "/day=1/"), (answer.CredentialsScope.Value, Assert.Single(answer.AccessibleDataLocations)));
        var credentials = new SessionAWSCredentials(answer.Credentials.AccessKeyId, answer.Credentials.SecretAccessKey,
            answer.Credentials.SessionToken);
        await OpensAsync(credentials, "orders/day=1/a.csv", "orders/day=2/a.csv");
        using var vended = Client(credentials);
        var write = new PutObjectRequest { BucketName = "sales-data", Key = "orders/day=1/b.csv", ContentBody = "x" };
        if (scope == "READWRITE") await vended.PutObjectAsync(write, Ct);
        else Assert.Equal("AccessDenied", await ErrorOf(() => vended.PutObjectAsync(write, Ct)));
    }

    [Fact]
    public async Task A_location_is_closed_without_a_setting_a_table_or_the_whole_of_it()
    {
        await GrantAsync(LakeResource.Columns("sales", "orders", ["day"]), PermissionSet.Select);
        Assert.Equal("AccessDeniedException", await LocationErrorAsync(Location));
        await AllowAsync();
        Assert.Equal("InvalidInputException", await LocationErrorAsync(Location)); // not registered
        await RegisterAsync();
        Assert.Equal("AccessDeniedException", await LocationErrorAsync(Location)); // some columns only
        Assert.Equal("EntityNotFoundException", await LocationErrorAsync("s3://sales-data/elsewhere"));
        Assert.Equal("InvalidInputException", await LocationErrorAsync("elsewhere"));
        Assert.Equal("InvalidInputException", await LocationErrorAsync());
    }

    [Fact]
    public async Task Hybrid_access_vends_to_who_is_opted_in_and_leaves_the_rest_to_IAM()
    {
        await RegisterAsync(hybrid: true);
        await AllowAsync();
        await PartitionedAsync();
        await Administrator.GrantAsync(new LakeGrant(LakePrincipal.IamAllowedPrincipalsId, Orders, PermissionSet.All), Ct);
        var table = new GetTableRequest { DatabaseName = "sales", Name = "orders" };
        var vend = new GetTemporaryGlueTableCredentialsRequest { TableArn = Arn };

        Assert.False((await Visitor.Glue.GetTableAsync(table, Ct)).Table.IsRegisteredWithLakeFormation);
        Assert.Equal("AccessDeniedException", await ErrorOf(() => Visitor.LakeFormation.GetTemporaryGlueTableCredentialsAsync(vend, Ct)));
        Assert.Equal("AccessDeniedException",
            await ErrorOf(() => Visitor.LakeFormation.GetTemporaryGluePartitionCredentialsAsync(Partition("1"), Ct)));
        Assert.Equal("AccessDeniedException", await LocationErrorAsync(Location));

        await GrantAsync(Orders, PermissionSet.Select);
        await Administrator.LakeFormation.CreateLakeFormationOptInAsync(new CreateLakeFormationOptInRequest
        {
            Principal = new Amazon.LakeFormation.Model.DataLakePrincipal { DataLakePrincipalIdentifier = Guest },
            Resource = LakeClients.ToWire(Orders),
        }, Ct);
        Assert.True((await Visitor.Glue.GetTableAsync(table, Ct)).Table.IsRegisteredWithLakeFormation);
        var answer = await Visitor.LakeFormation.GetTemporaryGlueTableCredentialsAsync(vend, Ct);
        await OpensAsync(new SessionAWSCredentials(answer.AccessKeyId, answer.SecretAccessKey, answer.SessionToken), "orders/day=1/a.csv",
            "elsewhere/a.csv");
        await Visitor.LakeFormation.GetTemporaryGluePartitionCredentialsAsync(Partition("1"), Ct);
        Assert.Equal("", await LocationErrorAsync(Location));
    }

    [Fact]
    public async Task Vended_keys_open_nothing_but_objects()
    {
        await RegisterAsync();
        await GrantAsync(Orders, PermissionSet.Select);
        var answer = await Visitor.LakeFormation.GetTemporaryGlueTableCredentialsAsync(
            new GetTemporaryGlueTableCredentialsRequest { TableArn = Arn }, Ct);
        var keys = new SessionAWSCredentials(answer.AccessKeyId, answer.SecretAccessKey, answer.SessionToken);
        using var glue = new Amazon.Glue.AmazonGlueClient(keys, Lake.Configure(new Amazon.Glue.AmazonGlueConfig()));
        Assert.Equal("AccessDeniedException",
            await ErrorOf(() => glue.GetTableAsync(new GetTableRequest { DatabaseName = "sales", Name = "orders" }, Ct)));
        using var sts = new Amazon.SecurityToken.AmazonSecurityTokenServiceClient(keys,
            Lake.Configure(new Amazon.SecurityToken.AmazonSecurityTokenServiceConfig()));
        Assert.Equal(TestLake.Account, (await sts.GetCallerIdentityAsync(new(), Ct)).Account);
        Assert.Equal("AccessDenied", await ErrorOf(() =>
            sts.AssumeRoleAsync(new() { RoleArn = Lake.Lake.AdministratorArn, RoleSessionName = "more" }, Ct)));
    }

    private static GetTemporaryGluePartitionCredentialsRequest Partition(string day) =>
        new() { TableArn = Arn, Partition = new Amazon.LakeFormation.Model.PartitionValueList { Values = [day] }, DurationSeconds = 900 };

    private AmazonS3Client Client(AWSCredentials credentials) => new(credentials, Lake.Configure(new AmazonS3Config()));

    private async Task OpensAsync(AWSCredentials credentials, string open, string closed)
    {
        using var vended = Client(credentials);
        await vended.GetObjectAsync("sales-data", open, Ct);
        Assert.Equal("AccessDenied", await ErrorOf(() => vended.GetObjectAsync("sales-data", closed, Ct)));
    }

    private Task RegisterAsync(bool hybrid = false) => Administrator.LakeFormation.RegisterResourceAsync(
        new RegisterResourceRequest { ResourceArn = "arn:aws:s3:::sales-data", UseServiceLinkedRole = true, HybridAccessEnabled = hybrid },
            Ct);

    private async Task PartitionedAsync()
    {
        var input = Input("orders");
        input.PartitionKeys = [new Column { Name = "part", Type = "string" }];
        await Administrator.Glue.UpdateTableAsync(new UpdateTableRequest { DatabaseName = "sales", TableInput = input }, Ct);
        foreach (var day in new[] { "1", "2" })
            await Administrator.Glue.CreatePartitionAsync(new CreatePartitionRequest
            {
                DatabaseName = "sales",
                TableName = "orders",
                PartitionInput = new PartitionInput { Values = [day],
                    StorageDescriptor = new StorageDescriptor { Location = $"{Location}/day={day}/" } },
            }, Ct);
    }

    private async Task AllowAsync()
    {
        var settings = (await Administrator.LakeFormation.GetDataLakeSettingsAsync(new GetDataLakeSettingsRequest(), Ct)).DataLakeSettings;
        settings.AllowFullTableExternalDataAccess = true;
        await Administrator.LakeFormation.PutDataLakeSettingsAsync(new PutDataLakeSettingsRequest { DataLakeSettings = settings }, Ct);
    }

    private async Task<string> LocationErrorAsync(params string[] locations)
    {
        try
        {
            await Visitor.LakeFormation.GetTemporaryDataLocationCredentialsAsync(
                new GetTemporaryDataLocationCredentialsRequest { DataLocations = [.. locations] }, Ct);
            return "";
        }
        catch (AmazonServiceException error)
        {
            return error.ErrorCode;
        }
    }
}
