using Amazon.LakeFormation.Model;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Local.LakeFormation;

/// <summary>
/// Registered locations: the records, who may point tables there, who reads the objects, and what vended credentials open.
/// </summary>
public sealed class LocationTests : GuardedLake
{
    private const string Arn = "arn:aws:s3:::sales-data/orders";
    private const string Role = $"arn:aws:iam::{TestLake.Account}:role/Registrar";

    protected override bool IsIntegrated => true;

    private AmazonS3Client S3 { get; set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        S3 = Client(Lake.CredentialsOf());
        await S3.PutBucketAsync("sales-data", Ct);
        foreach (var key in new[] { "orders/1.csv", "orders2/1.csv" })
            await S3.PutObjectAsync(new PutObjectRequest { BucketName = "sales-data", Key = key, ContentBody = "x" }, Ct);
    }

    [Fact]
    public async Task A_location_is_registered_once_and_forgotten()
    {
        await RegisterAsync();
        var again = new RegisterResourceRequest { ResourceArn = Arn + "/", RoleArn = Role };
        Assert.Equal("AlreadyExistsException", await ErrorOf(() => Administrator.LakeFormation.RegisterResourceAsync(again, Ct)));
        var describe = new DescribeResourceRequest { ResourceArn = Arn };
        Assert.Equal(Role, (await Administrator.LakeFormation.DescribeResourceAsync(describe, Ct)).ResourceInfo.RoleArn);
        await Administrator.LakeFormation.DeregisterResourceAsync(new DeregisterResourceRequest { ResourceArn = Arn }, Ct);
        Assert.Equal("EntityNotFoundException", await ErrorOf(() => Administrator.LakeFormation.DescribeResourceAsync(describe, Ct)));
    }

    /// <summary>Hadoop's schemes and ARNs name the places of s3 (docs/embedded-lake/rules.md).</summary>
    [Theory]
    [InlineData("s3a://sales-data/orders")]
    [InlineData("s3n://sales-data/orders/")]
    [InlineData("S3A://sales-data/orders")]
    [InlineData("arn:aws:s3:::sales-data/orders")]
    public async Task Permissions_for_a_path_are_found_however_its_tables_write_it(string location)
    {
        await RegisterAsync();
        await CreateTableAsync(Administrator, "sales", "hadoop", location);
        await CreateDatabaseAsync(Administrator, "lake", location);
        var table = LakeResource.Table("sales", "hadoop");
        await GrantAsync(table, PermissionSet.Insert);
        await GrantAsync(LakeResource.Database("lake"), PermissionSet.Describe);
        var request = new GetEffectivePermissionsForPathRequest { ResourceArn = Arn };
        var found = (await Administrator.LakeFormation.GetEffectivePermissionsForPathAsync(request, Ct)).Permissions
            .Where(entry => entry.Principal.DataLakePrincipalIdentifier == Guest).ToList();
        Assert.Contains(found, entry => entry.Resource.Table?.Name == "hadoop");
        Assert.Contains(found, entry => entry.Resource.Database?.Name == "lake");
    }

    [Fact]
    public async Task Only_an_administrator_registers_and_a_role_must_be_said()
    {
        var request = new RegisterResourceRequest { ResourceArn = Arn, RoleArn = Role };
        Assert.Equal("AccessDeniedException", await ErrorOf(() => Visitor.LakeFormation.RegisterResourceAsync(request, Ct)));
        request.RoleArn = null;
        Assert.Equal("InvalidInputException", await ErrorOf(() => Administrator.LakeFormation.RegisterResourceAsync(request, Ct)));
    }

    [Fact]
    public async Task Locations_are_listed_in_pages()
    {
        foreach (var name in new[] { "a", "b", "c" }) await RegisterAsync($"arn:aws:s3:::sales-data/{name}");
        var (found, token) = (new List<string>(), (string?)null);
        do
        {
            var request = new ListResourcesRequest { MaxResults = 2, NextToken = token };
            var page = await Administrator.LakeFormation.ListResourcesAsync(request, Ct);
            found.AddRange(page.ResourceInfoList.Select(one => one.ResourceArn[^1..]));
            token = page.NextToken;
        }
        while (token is not null);
        Assert.Equal(["a", "b", "c"], found);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("2020-01-01T00:00:00Z")]
    [InlineData("-1")]
    public async Task A_time_of_change_is_compared_with_seconds(string value)
    {
        await RegisterAsync();
        Assert.Equal("InvalidInputException", await ErrorOf(() => ListAsync(value)));
        Assert.Single((await ListAsync("1")).ResourceInfoList);
        Assert.Empty((await ListAsync("99999999999")).ResourceInfoList ?? []);

        Task<ListResourcesResponse> ListAsync(string than) => Administrator.LakeFormation.ListResourcesAsync(new ListResourcesRequest
        {
            FilterConditionList = [new FilterCondition { Field = "LAST_MODIFIED", ComparisonOperator = "GT", StringValueList = [than] }],
        }, Ct);
    }

    [Fact]
    public async Task A_table_at_a_registered_place_needs_its_location_granted()
    {
        await GrantAsync(Database, PermissionSet.CreateTable);
        await CreateTableAsync(Visitor, "sales", "before");
        await RegisterAsync();
        Assert.Equal("AccessDeniedException", await ErrorOf(() => CreateTableAsync(Visitor, "sales", "after", Location + "/new")));
        await CreateTableAsync(Visitor, "sales", "elsewhere", "s3://sales-data/orders2");
        await GrantAsync(LakeResource.Location(Arn), PermissionSet.DataLocationAccess);
        await CreateTableAsync(Visitor, "sales", "after", Location + "/new");
    }

    [Fact]
    public async Task A_location_that_is_not_registered_cannot_be_granted() => Assert.Equal(
        "InvalidInputException",
        await ErrorOf(() => GrantAsync(LakeResource.Location(Arn), PermissionSet.DataLocationAccess)));

    [Fact]
    public async Task Objects_under_a_registered_location_are_closed_to_whoever_has_no_policy()
    {
        using var guest = Client(Lake.CredentialsOf(Guest));
        await guest.GetObjectAsync("sales-data", "orders/1.csv", Ct);
        await RegisterAsync();
        Assert.Equal("AccessDenied", await ErrorOf(() => guest.GetObjectAsync("sales-data", "orders/1.csv", Ct)));
        Assert.Equal("AccessDenied", await ErrorOf(() => guest.DeleteObjectAsync("sales-data", "orders/1.csv", Ct)));
        await guest.GetObjectAsync("sales-data", "orders2/1.csv", Ct);
        await S3.GetObjectAsync("sales-data", "orders/1.csv", Ct);
    }

    [Fact]
    public async Task A_hybrid_location_leaves_objects_to_IAM()
    {
        await RegisterAsync(hybrid: true);
        using var guest = Client(Lake.CredentialsOf(Guest));
        await guest.GetObjectAsync("sales-data", "orders/1.csv", Ct);
    }

    [Fact]
    public async Task Vended_credentials_read_the_table_and_nothing_else()
    {
        await RegisterAsync();
        Assert.Equal("AccessDeniedException", await ErrorOf(() => VendAsync()));
        await GrantAsync(Orders, PermissionSet.Select);
        using var vended = Client(await VendAsync());
        await vended.GetObjectAsync("sales-data", "orders/1.csv", Ct);
        Assert.Equal("AccessDenied", await ErrorOf(() => vended.GetObjectAsync("sales-data", "orders2/1.csv", Ct)));
        var write = new PutObjectRequest { BucketName = "sales-data", Key = "orders/2.csv", ContentBody = "x" };
        Assert.Equal("AccessDenied", await ErrorOf(() => vended.PutObjectAsync(write, Ct)));
    }

    [Fact]
    public async Task Some_columns_are_vended_to_who_cuts_columns_only()
    {
        await RegisterAsync();
        await GrantAsync(LakeResource.Columns("sales", "orders", ["day"]), PermissionSet.Select);
        Assert.Equal("PermissionTypeMismatchException", await ErrorOf(() => VendAsync()));
        using var vended = Client(await VendAsync("COLUMN_PERMISSION"));
        await vended.GetObjectAsync("sales-data", "orders/1.csv", Ct);
    }

    [Fact]
    public async Task Nothing_is_vended_where_the_location_is_not_registered()
    {
        await GrantAsync(Orders, PermissionSet.Select);
        Assert.Equal("InvalidInputException", await ErrorOf(() => VendAsync()));
    }

    private AmazonS3Client Client(AWSCredentials credentials) => new(credentials, Lake.Configure(new AmazonS3Config()));

    private Task RegisterAsync(string arn = Arn, bool hybrid = false) => Administrator.LakeFormation.RegisterResourceAsync(
        new RegisterResourceRequest { ResourceArn = arn, RoleArn = Role, HybridAccessEnabled = hybrid }, Ct);

    private async Task<AWSCredentials> VendAsync(params string[] supported)
    {
        var request = new GetTemporaryGlueTableCredentialsRequest
        {
            TableArn = $"arn:aws:glue:eu-central-1:{TestLake.Account}:table/sales/orders",
            SupportedPermissionTypes = supported.Length == 0 ? null : [.. supported],
        };
        var answer = await Visitor.LakeFormation.GetTemporaryGlueTableCredentialsAsync(request, Ct);
        return new SessionAWSCredentials(answer.AccessKeyId, answer.SecretAccessKey, answer.SessionToken);
    }
}
