using Amazon.Glue;
using Amazon.Glue.Model;
using Amazon.LakeFormation;
using Amazon.LakeFormation.Model;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Tests.Local.LakeFormation;

namespace LakeTools.Tests.Local.Gates;

/// <summary>
/// Whom the application integration settings give credentials and unfiltered metadata to, after the developer guide,
/// permitting-third-party-call: nobody by default; with AllowFullTableExternalDataAccess who has full data access, without a session tag;
/// with AllowExternalDataFiltering the accounts of the allow list, by sessions whose tag LakeFormationAuthorizedCaller is authorized.
/// </summary>
public sealed class EngineGateTests : GuardedLake
{
    private const string Arn = $"arn:aws:glue:eu-central-1:{TestLake.Account}:table/sales/orders";
    private const string Tag = "LakeFormationAuthorizedCaller";

    private static readonly LakeResource s_someColumns = LakeResource.Columns("sales", "orders", ["id"]);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Administrator.LakeFormation.RegisterResourceAsync(
            new RegisterResourceRequest { ResourceArn = "arn:aws:s3:::sales-data", UseServiceLinkedRole = true }, Ct);
    }

    [Theory]
    [InlineData(PermissionSet.Select)]
    [InlineData(PermissionSet.All)]
    public async Task A_new_lake_gives_nothing_to_other_programs(PermissionSet granted)
    {
        await GrantAsync(Orders, granted);
        await ClosedAsync(Visitor.LakeFormation, Visitor.Glue);
        var keys = await TaggedAsync(new() { Key = Tag, Value = "engine" });
        using var lake = LakeOf(keys);
        using var glue = GlueOf(keys);
        await ClosedAsync(lake, glue);
    }

    [Fact]
    public async Task Full_table_access_opens_whole_tables_without_a_tag()
    {
        await SetAsync(settings => settings.AllowFullTableExternalDataAccess = true);
        await GrantAsync(s_someColumns, PermissionSet.Select);
        await ClosedAsync(Visitor.LakeFormation, Visitor.Glue);
        await GrantAsync(Orders, PermissionSet.Select);
        await OpenAsync(Visitor.LakeFormation, Visitor.Glue);
    }

    /// <summary>One of the three settings missing, another tag, another value: closed.</summary>
    [Theory]
    [InlineData(true, TestLake.Account, "engine", Tag, "engine", true)]
    [InlineData(false, TestLake.Account, "engine", Tag, "engine", false)]
    [InlineData(true, "999988887777", "engine", Tag, "engine", false)]
    [InlineData(true, TestLake.Account, "other", Tag, "engine", false)]
    [InlineData(true, TestLake.Account, "engine", Tag, "Engine", false)]
    [InlineData(true, TestLake.Account, "engine", "Engine", "engine", false)]
    [InlineData(true, TestLake.Account, null, Tag, "engine", false)]
    public async Task A_session_tag_opens_what_its_bearer_filters(bool filtering, string account, string? listed, string tag, string value,
        bool opens)
    {
        await SetAsync(settings =>
        {
            settings.AllowExternalDataFiltering = filtering;
            settings.ExternalDataFilteringAllowList =
                [new Amazon.LakeFormation.Model.DataLakePrincipal { DataLakePrincipalIdentifier = account }];
            settings.AuthorizedSessionTagValueList = listed is null ? [] : [listed];
        });
        await GrantAsync(s_someColumns, PermissionSet.Select);
        var keys = await TaggedAsync(new() { Key = tag, Value = value });
        using var lake = LakeOf(keys);
        using var glue = GlueOf(keys);
        if (opens) await OpenAsync(lake, glue);
        else await ClosedAsync(lake, glue);
        await ClosedAsync(Visitor.LakeFormation, Visitor.Glue); // who has no tag
    }

    /// <summary>Transitive tags pass on to the next session, others do not (IAM user guide, session tags).</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_tag_passes_on_where_it_is_transitive(bool isTransitive)
    {
        await SetAsync(settings =>
        {
            settings.AllowExternalDataFiltering = true;
            settings.ExternalDataFilteringAllowList =
                [new Amazon.LakeFormation.Model.DataLakePrincipal { DataLakePrincipalIdentifier = TestLake.Account }];
            settings.AuthorizedSessionTagValueList = ["engine"];
        });
        await GrantAsync(Orders, PermissionSet.Select);
        var first = await TaggedAsync(new() { Key = Tag, Value = "engine" }, isTransitive ? Tag : null);
        using var sts = new AmazonSecurityTokenServiceClient(first, Lake.Configure(new AmazonSecurityTokenServiceConfig()));
        var keys = (await sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = Guest, RoleSessionName = "second" }, Ct)).Credentials;
        using var lake = LakeOf(keys);
        using var glue = GlueOf(keys);
        if (isTransitive) await OpenAsync(lake, glue);
        else await ClosedAsync(lake, glue);
    }

    [Fact]
    public async Task An_integrated_service_needs_no_setting_and_says_what_it_filters()
    {
        using var service = new LakeClients(Lake, Guest, isIntegrated: true);
        await ClosedAsync(service.LakeFormation, service.Glue); // without a right
        await GrantAsync(s_someColumns, PermissionSet.Select);
        await OpenAsync(service.LakeFormation, service.Glue);
        Assert.Equal("PermissionTypeMismatchException", await ErrorOf(() =>
            service.LakeFormation.GetTemporaryGlueTableCredentialsAsync(
                new GetTemporaryGlueTableCredentialsRequest { TableArn = Arn, Permissions = ["SELECT"] }, Ct)));
    }

    private static GetTemporaryGlueTableCredentialsRequest Vend() =>
        new() { TableArn = Arn, Permissions = ["SELECT"], SupportedPermissionTypes = ["COLUMN_PERMISSION"] };

    private static GetUnfilteredTableMetadataRequest Metadata() => new()
    {
        CatalogId = TestLake.Account,
        DatabaseName = "sales",
        Name = "orders",
        SupportedPermissionTypes = ["COLUMN_PERMISSION"],
    };

    private static GetUnfilteredPartitionsMetadataRequest Partitions() => new()
    {
        CatalogId = TestLake.Account,
        DatabaseName = "sales",
        TableName = "orders",
        SupportedPermissionTypes = ["COLUMN_PERMISSION"],
    };

    private static async Task OpenAsync(AmazonLakeFormationClient lake, AmazonGlueClient glue)
    {
        Assert.NotEmpty((await lake.GetTemporaryGlueTableCredentialsAsync(Vend(), Ct)).SessionToken);
        await glue.GetUnfilteredTableMetadataAsync(Metadata(), Ct);
        await glue.GetUnfilteredPartitionsMetadataAsync(Partitions(), Ct);
    }

    private static async Task ClosedAsync(AmazonLakeFormationClient lake, AmazonGlueClient glue)
    {
        Assert.Equal("AccessDeniedException", await ErrorOf(() => lake.GetTemporaryGlueTableCredentialsAsync(Vend(), Ct)));
        Assert.Equal("AccessDeniedException", await ErrorOf(() => glue.GetUnfilteredTableMetadataAsync(Metadata(), Ct)));
        Assert.Equal("AccessDeniedException", await ErrorOf(() => glue.GetUnfilteredPartitionsMetadataAsync(Partitions(), Ct)));
    }

    private AmazonLakeFormationClient LakeOf(AWSCredentials keys) => new(keys, Lake.Configure(new AmazonLakeFormationConfig()));

    private AmazonGlueClient GlueOf(AWSCredentials keys) => new(keys, Lake.Configure(new AmazonGlueConfig()));

    private async Task<AWSCredentials> TaggedAsync(Amazon.SecurityToken.Model.Tag tag, string? transitive = null)
    {
        using var sts = new AmazonSecurityTokenServiceClient(Lake.CredentialsOf(Guest),
            Lake.Configure(new AmazonSecurityTokenServiceConfig()));
        return (await sts.AssumeRoleAsync(new AssumeRoleRequest
        {
            RoleArn = Guest,
            RoleSessionName = "engine",
            Tags = [tag],
            TransitiveTagKeys = transitive is null ? null : [transitive],
        }, Ct)).Credentials;
    }

    private async Task SetAsync(Action<DataLakeSettings> change)
    {
        var settings = (await Administrator.LakeFormation.GetDataLakeSettingsAsync(new GetDataLakeSettingsRequest(), Ct)).DataLakeSettings;
        change(settings);
        await Administrator.LakeFormation.PutDataLakeSettingsAsync(new PutDataLakeSettingsRequest { DataLakeSettings = settings }, Ct);
    }
}
