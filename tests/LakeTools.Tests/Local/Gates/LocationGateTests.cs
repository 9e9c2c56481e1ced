using Amazon.Glue;
using Amazon.Glue.Model;
using Amazon.LakeFormation.Model;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Tests.Local.LakeFormation;

namespace LakeTools.Tests.Local.Gates;

/// <summary>
/// Who may point the catalog into a registered location, after the developer guide, lf-permissions-reference (the tables of CREATE_TABLE
/// and CREATE_DATABASE, and ALTER) and access-control-underlying-data. The guest may make databases, and tables in d; s3://lake/reg is
/// registered, s3://lake is not.
/// </summary>
public sealed class LocationGateTests : GuardedLake
{
    private const string Registered = "arn:aws:s3:::lake/reg";
    private const string Open = "s3://lake/open";

    private static readonly LakeResource s_database = LakeResource.Database("d");
    private static readonly LakeResource s_table = LakeResource.Table("d", "t");

    /// <summary>Ways to write a place under the registered location, and what they answer to who holds nothing there.</summary>
    public static TheoryData<string, string> Spellings { get; } = new()
    {
        { "s3://lake/reg", "AccessDeniedException" },
        { "s3://lake/reg/", "AccessDeniedException" },
        { "s3://lake/reg//", "AccessDeniedException" },
        { "s3://lake/reg/../open", "AccessDeniedException" }, // keys are taken as they stand
        { "S3://lake/reg/x", "AccessDeniedException" },
        { "s3a://lake/reg", "AccessDeniedException" },
        { "S3N://lake/reg", "AccessDeniedException" },
        { "arn:aws:s3:::lake/reg/x/", "AccessDeniedException" },
        { "arn:aws-cn:s3:::lake/reg", "AccessDeniedException" },
        { "arn:x:s3:::lake/reg", "InvalidInputException" },
        { "arn::s3:::lake/reg", "InvalidInputException" },
        { "ARN:aws:s3:::lake/reg", "InvalidInputException" },
        { "arn:aws:s3:::x:s3:::lake/reg", "" }, // a bucket that cannot be
        { "s3://lake/reg-old", "" },
        { "s3://lake/REG", "" },
        { "s3://lake/re%67", "" },
        { "s3://lake//reg", "" },
        { "s3://lake/open/../reg", "" },
        { "jdbc:postgresql://host/reg", "" },
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Administrator.LakeFormation.RegisterResourceAsync(
            new RegisterResourceRequest { ResourceArn = Registered, UseServiceLinkedRole = true }, Ct);
        await CreateDatabaseAsync(Administrator, "d");
        await GrantAsync(LakeResource.Catalog(), PermissionSet.CreateDatabase);
        await GrantAsync(s_database, PermissionSet.CreateTable);
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task A_place_is_guarded_however_it_is_written(string location, string error)
    {
        await CreateDatabaseAsync(Visitor, "own", Open);
        await CreateTableAsync(Visitor, "d", "t", Open);
        await MakePartitionedAsync("p", Open);
        await Visitor.Glue.CreatePartitionAsync(new CreatePartitionRequest
        {
            DatabaseName = "d",
            TableName = "p",
            PartitionInput = Partition("0", Open + "/0"),
        }, Ct);
        Assert.Equal(error, await Refused(() => CreateDatabaseAsync(Visitor, "new", location)));
        Assert.Equal(error, await Refused(() => Visitor.Glue.UpdateDatabaseAsync(
            new UpdateDatabaseRequest { Name = "own", DatabaseInput = new DatabaseInput { Name = "own", LocationUri = location } }, Ct)));
        Assert.Equal(error, await Refused(() => CreateTableAsync(Visitor, "d", "new", location)));
        Assert.Equal(error, await Refused(() => Visitor.Glue.UpdateTableAsync(
            new UpdateTableRequest { DatabaseName = "d", TableInput = Input("t", location) }, Ct)));
        var more = Input("more", Open);
        more.StorageDescriptor.AdditionalLocations = [Open, location];
        Assert.Equal(error, await Refused(() => Visitor.Glue.CreateTableAsync(
            new CreateTableRequest { DatabaseName = "d", TableInput = more }, Ct)));
        Assert.Equal(error, await Refused(() => Visitor.Glue.CreatePartitionAsync(
            new CreatePartitionRequest { DatabaseName = "d", TableName = "p", PartitionInput = Partition("1", location) }, Ct)));
        Assert.Equal(error, (await Visitor.Glue.BatchCreatePartitionAsync(
            new BatchCreatePartitionRequest { DatabaseName = "d", TableName = "p", PartitionInputList = [Partition("2", location)] }, Ct))
            .Errors?.SingleOrDefault()?.ErrorDetail.ErrorCode ?? "");
        Assert.Equal(error, await Refused(() => Visitor.Glue.UpdatePartitionAsync(new UpdatePartitionRequest
        {
            DatabaseName = "d",
            TableName = "p",
            PartitionValueList = ["0"],
            PartitionInput = Partition("0", location),
        }, Ct)));
        Assert.Equal(error, (await Visitor.Glue.BatchUpdatePartitionAsync(new BatchUpdatePartitionRequest
        {
            DatabaseName = "d",
            TableName = "p",
            Entries = [new() { PartitionValueList = ["0"], PartitionInput = Partition("0", location) }],
        }, Ct)).Errors?.SingleOrDefault()?.ErrorDetail.ErrorCode ?? "");
    }

    /// <summary>The third case of the reference's table: the database's location is registered and a prefix of the table's.</summary>
    [Theory]
    [InlineData("s3://lake/reg/d", "s3://lake/reg/d/t", "")]
    [InlineData("s3://lake/reg/d/", "s3://lake/reg/d", "")]
    [InlineData("s3://lake/reg/d", "s3://lake/reg/d2", "AccessDeniedException")]
    [InlineData("s3://lake/reg/d", "s3://lake/reg", "AccessDeniedException")]
    [InlineData("s3://lake", "s3://lake/reg/t", "AccessDeniedException")] // a prefix, and not registered
    [InlineData(null, "s3://lake/reg/t", "AccessDeniedException")]
    public async Task A_new_table_needs_no_location_within_its_databases_registered_one(string? database, string table, string error)
    {
        await CreateDatabaseAsync(Administrator, "home", database);
        await GrantAsync(LakeResource.Database("home"), PermissionSet.CreateTable);
        Assert.Equal(error, await Refused(() => CreateTableAsync(Visitor, "home", "t", table)));
    }

    /// <summary>ALTER: where the property that is altered is a registered location, the principal must have it.</summary>
    [Fact]
    public async Task An_update_needs_the_location_granted()
    {
        await CreateDatabaseAsync(Administrator, "home", "s3://lake/reg");
        await GrantAsync(LakeResource.Database("home"), PermissionSet.CreateTable);
        await CreateTableAsync(Visitor, "home", "t", "s3://lake/reg/a");
        await UpdateAsync("s3://lake/reg/a/"); // the same place
        Assert.Equal("AccessDeniedException", await Refused(() => UpdateAsync("s3://lake/reg/b")));
        Assert.Equal("AccessDeniedException", await Refused(() => UpdateAsync("s3://lake/reg/a/b")));
        await GrantAsync(LakeResource.Location("arn:aws:s3:::lake/reg/b"), PermissionSet.DataLocationAccess);
        await UpdateAsync("s3://lake/reg/b");
        Assert.Equal("AccessDeniedException", await Refused(() => UpdateAsync("s3://lake/reg/a"))); // nor back

        Task UpdateAsync(string location) => Visitor.Glue.UpdateTableAsync(
            new UpdateTableRequest { DatabaseName = "home", TableInput = Input("t", location) }, Ct);
    }

    [Fact]
    public async Task A_partition_needs_no_location_within_its_tables_registered_one()
    {
        await GrantAsync(LakeResource.Location(Registered + "/p"), PermissionSet.DataLocationAccess);
        await MakePartitionedAsync("p", "s3://lake/reg/p");
        await Administrator.RevokeAsync(
            new LakeGrant(Guest, LakeResource.Location(Registered + "/p"), PermissionSet.DataLocationAccess), Ct);
        await AddAsync("1", "s3://lake/reg/p/1");
        Assert.Equal("AccessDeniedException", await Refused(() => AddAsync("2", "s3://lake/reg/q")));

        Task AddAsync(string value, string location) => Visitor.Glue.CreatePartitionAsync(
            new CreatePartitionRequest { DatabaseName = "d", TableName = "p", PartitionInput = Partition(value, location) }, Ct);
    }

    [Fact]
    public async Task A_table_above_a_registered_location_opens_none_of_it()
    {
        await AllowAsync();
        await MakePartitionedAsync("t", "s3://lake"); // the guest holds everything on what it made
        var arn = $"arn:aws:glue:eu-central-1:{TestLake.Account}:table/d/t";
        foreach (var path in new[] { null, "s3://lake/reg", "s3://lake/reg/x", "arn:aws:s3:::lake/reg", "s3a://lake/reg" })
            Assert.Equal("InvalidInputException", await Refused(() => Visitor.LakeFormation.GetTemporaryGlueTableCredentialsAsync(
                new GetTemporaryGlueTableCredentialsRequest { TableArn = arn, S3Path = path, Permissions = ["SELECT"] }, Ct)));
        foreach (var place in new[] { "s3://lake/reg", "s3://lake/reg/x/", "arn:aws:s3:::lake/reg" })
            Assert.Equal("EntityNotFoundException", await Refused(() => Visitor.LakeFormation.GetTemporaryDataLocationCredentialsAsync(
                new GetTemporaryDataLocationCredentialsRequest { DataLocations = [place] }, Ct)));
        Assert.Equal("InvalidInputException", await Refused(() => Visitor.LakeFormation.GetTemporaryDataLocationCredentialsAsync(
            new GetTemporaryDataLocationCredentialsRequest { DataLocations = ["s3://lake"] }, Ct)));
    }

    /// <summary>A lake of before kept such partitions: who may read the table reads them with DATA_LOCATION_ACCESS alone.</summary>
    [Fact]
    public async Task A_partition_at_another_registered_location_opens_with_that_location_alone()
    {
        await AllowAsync();
        await Administrator.LakeFormation.RegisterResourceAsync(
            new RegisterResourceRequest { ResourceArn = "arn:aws:s3:::lake/other", UseServiceLinkedRole = true }, Ct);
        await GrantAsync(LakeResource.Location("arn:aws:s3:::lake/other"), PermissionSet.DataLocationAccess);
        await GrantAsync(LakeResource.Location(Registered), PermissionSet.DataLocationAccess);
        await MakePartitionedAsync("p", "s3://lake/reg/p");
        foreach (var (value, location) in new[] { ("1", "s3://lake/reg/elsewhere"), ("2", "s3://lake/other/2"), ("3", Open), ("4", null!) })
            await Visitor.Glue.CreatePartitionAsync(
                new CreatePartitionRequest { DatabaseName = "d", TableName = "p", PartitionInput = Partition(value, location) }, Ct);
        foreach (var value in new[] { "1", "2", "4" }) await VendAsync(value);
        await Administrator.RevokeAsync(
            new LakeGrant(Guest, LakeResource.Location("arn:aws:s3:::lake/other"), PermissionSet.DataLocationAccess), Ct);
        await VendAsync("1");
        Assert.Equal("AccessDeniedException", await Refused(() => VendAsync("2")));
        Assert.Equal("InvalidInputException", await Refused(() => VendAsync("3"))); // not registered

        Task VendAsync(string value) => Visitor.LakeFormation.GetTemporaryGluePartitionCredentialsAsync(
            new GetTemporaryGluePartitionCredentialsRequest
            {
                TableArn = $"arn:aws:glue:eu-central-1:{TestLake.Account}:table/d/p",
                Permissions = ["SELECT"],
                Partition = new Amazon.LakeFormation.Model.PartitionValueList { Values = [value] },
            }, Ct);
    }

    [Theory]
    [InlineData("arn:x:s3:::lake/reg")]
    [InlineData("arn:aws-cn:s3:::lake/reg")]
    [InlineData("s3://lake/reg")]
    public async Task Only_an_ARN_of_the_lakes_partition_is_registered_and_granted(string arn)
    {
        Assert.Equal("InvalidInputException", await Refused(() => Administrator.LakeFormation.RegisterResourceAsync(
            new RegisterResourceRequest { ResourceArn = arn + "2", UseServiceLinkedRole = true }, Ct)));
        Assert.Equal("InvalidInputException", await Refused(() => Administrator.LakeFormation.GrantPermissionsAsync(
            new GrantPermissionsRequest
            {
                Principal = new Amazon.LakeFormation.Model.DataLakePrincipal { DataLakePrincipalIdentifier = Guest },
                Resource = new Amazon.LakeFormation.Model.Resource { DataLocation = new DataLocationResource { ResourceArn = arn } },
                Permissions = ["DATA_LOCATION_ACCESS"],
            }, Ct)));
    }

    private static PartitionInput Partition(string value, string? location) => new()
    {
        Values = [value],
        StorageDescriptor = location is null ? null : new StorageDescriptor { Location = location },
    };

    private async Task MakePartitionedAsync(string name, string location)
    {
        var input = Input(name, location);
        input.PartitionKeys = [new Column { Name = "part", Type = "string" }];
        await Visitor.Glue.CreateTableAsync(new CreateTableRequest { DatabaseName = "d", TableInput = input }, Ct);
    }

    private async Task AllowAsync()
    {
        var settings = (await Administrator.LakeFormation.GetDataLakeSettingsAsync(new GetDataLakeSettingsRequest(), Ct)).DataLakeSettings;
        settings.AllowFullTableExternalDataAccess = true;
        await Administrator.LakeFormation.PutDataLakeSettingsAsync(new PutDataLakeSettingsRequest { DataLakeSettings = settings }, Ct);
    }

    /// <summary>The code of the error of a call; empty where it was let in.</summary>
    private static async Task<string> Refused(Func<Task> call)
    {
        try
        {
            await call();
            return "";
        }
        catch (Amazon.Runtime.AmazonServiceException error)
        {
            Assert.True((int)error.StatusCode < 500, error.Message);
            return error.ErrorCode;
        }
    }
}
