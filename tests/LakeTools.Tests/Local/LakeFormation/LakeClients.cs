using Amazon.Glue;
using Amazon.LakeFormation;
using Amazon.LakeFormation.Model;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Local.LakeFormation;

/// <summary>One principal's clients of a lake, and the wire form of the resources that tests grant on.</summary>
/// <param name="lake">The lake.</param>
/// <param name="principal">Whose; the administrator's where null.</param>
/// <param name="isIntegrated">True for those of a service that is integrated with Lake Formation.</param>
internal sealed class LakeClients(TestLake lake, string? principal = null, bool isIntegrated = false) : IDisposable
{
    public AmazonGlueClient Glue { get; } = new(lake.CredentialsOf(principal),
        lake.Configure(new AmazonGlueConfig(), lake.Lake.CreateHandler(isIntegrated: isIntegrated)));

    public AmazonLakeFormationClient LakeFormation { get; } = new(lake.CredentialsOf(principal),
        lake.Configure(new AmazonLakeFormationConfig(), lake.Lake.CreateHandler(isIntegrated: isIntegrated)));

    public void Dispose()
    {
        Glue.Dispose();
        LakeFormation.Dispose();
    }

    public Task GrantAsync(LakeGrant grant, CancellationToken cancellation) => LakeFormation.GrantPermissionsAsync(
        new GrantPermissionsRequest
        {
            Principal = new DataLakePrincipal { DataLakePrincipalIdentifier = grant.Principal },
            Resource = ToWire(grant.Resource),
            Permissions = [.. grant.Permissions.Names()],
            PermissionsWithGrantOption = [.. grant.Grantable.Names()],
            Condition = grant.Condition is null ? null : new Condition { Expression = grant.Condition },
        },
        cancellation);

    public Task RevokeAsync(LakeGrant grant, CancellationToken cancellation) => LakeFormation.RevokePermissionsAsync(
        new RevokePermissionsRequest
        {
            Principal = new DataLakePrincipal { DataLakePrincipalIdentifier = grant.Principal },
            Resource = ToWire(grant.Resource),
            Permissions = [.. grant.Permissions.Names()],
            Condition = grant.Condition is null ? null : new Condition { Expression = grant.Condition },
        },
        cancellation);

    /// <summary>Every entry of every page.</summary>
    public async Task<List<LakeGrant>> ListAsync(int pageSize, CancellationToken cancellation)
    {
        var grants = new List<LakeGrant>();
        string? token = null;
        do
        {
            var request = new ListPermissionsRequest { MaxResults = pageSize, NextToken = token };
            var page = await LakeFormation.ListPermissionsAsync(request, cancellation);
            Assert.True((page.PrincipalResourcePermissions?.Count ?? 0) <= pageSize);
            grants.AddRange((page.PrincipalResourcePermissions ?? []).Select(entry => new LakeGrant(
                entry.Principal.DataLakePrincipalIdentifier,
                FromWire(entry.Resource),
                PermissionNames.Parse(entry.Permissions),
                PermissionNames.Parse(entry.PermissionsWithGrantOption)) { Condition = entry.Condition?.Expression }));
            token = page.NextToken;
        }
        while (token is not null);
        return grants;
    }

    public static Resource ToWire(LakeResource resource) => resource.Kind switch
    {
        ResourceKind.Catalog => new Resource { Catalog = new CatalogResource() },
        ResourceKind.NestedCatalog => new Resource { Catalog = new CatalogResource { Id = resource.CatalogId } },
        ResourceKind.Database => new Resource
        {
            Database = new DatabaseResource { CatalogId = resource.CatalogId, Name = resource.DatabaseName },
        },
        ResourceKind.DataFilter => new Resource
        {
            DataCellsFilter = new DataCellsFilterResource
            {
                TableCatalogId = TestLake.Account,
                DatabaseName = resource.DatabaseName,
                TableName = resource.TableName,
                Name = resource.FilterName,
            },
        },
        ResourceKind.Table => new Resource
        {
            Table = new TableResource { CatalogId = resource.CatalogId, DatabaseName = resource.DatabaseName, Name = resource.TableName },
        },
        ResourceKind.AllTables => new Resource
        {
            Table = new TableResource
            {
                CatalogId = resource.CatalogId,
                DatabaseName = resource.DatabaseName,
                TableWildcard = new TableWildcard(),
            },
        },
        ResourceKind.Columns => new Resource
        {
            TableWithColumns = new TableWithColumnsResource
            {
                CatalogId = resource.CatalogId,
                DatabaseName = resource.DatabaseName,
                Name = resource.TableName,
                ColumnNames = resource.ColumnNames.Count > 0 ? [.. resource.ColumnNames] : null,
                ColumnWildcard = resource.ColumnNames.Count == 0
                    ? new ColumnWildcard { ExcludedColumnNames = [.. resource.ExcludedColumnNames] }
                    : null,
            },
        },
        ResourceKind.DataLocation => new Resource { DataLocation = new DataLocationResource { ResourceArn = resource.DataLocation } },
        ResourceKind.Tag => new Resource { LFTag = new LFTagKeyResource { TagKey = resource.TagKey, TagValues = [.. resource.TagValues] } },
        ResourceKind.TagExpression => new Resource
        {
            LFTagPolicy = new LFTagPolicyResource
            {
                ResourceType = resource.ResourceType == TaggedResourceType.Database ? "DATABASE" : "TABLE",
                Expression = resource.TagExpression is { } expression ? ToWire(expression) : null,
                ExpressionName = resource.TagExpressionName,
            },
        },
        ResourceKind.NamedTagExpression =>
            new Resource { LFTagExpression = new LFTagExpressionResource { Name = resource.TagExpressionName } },
        _ => throw new ArgumentOutOfRangeException(nameof(resource), resource.Kind, null),
    };

    public static List<LFTag> ToWire(TagExpression expression) =>
        expression.Select(condition => new LFTag { TagKey = condition.Key, TagValues = [.. condition.Value] }).ToList();

    private static LakeResource FromWire(Resource resource) => resource switch
    {
        { Catalog: { } catalog } => LakeResource.Catalog(catalog.Id),
        { Database: { } database } => LakeResource.Database(database.Name, database.CatalogId),
        { Table: { } table } => LakeResource.Table(table.DatabaseName, table.Name, table.CatalogId),
        { TableWithColumns: { } columns } => LakeResource.Columns(
            columns.DatabaseName, columns.Name, columns.ColumnNames, columns.ColumnWildcard?.ExcludedColumnNames, columns.CatalogId),
        _ => throw new ArgumentOutOfRangeException(nameof(resource)),
    };
}
