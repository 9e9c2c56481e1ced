using System.Text.Json;
using Amazon.LakeFormation;
using Amazon.LakeFormation.Model;
using LakeTools.Core.Calls;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Permissions.Grants;

/// <summary>Converts between the shapes of the API, the records of the rules, and the output.</summary>
internal static class PermissionMapping
{
    /// <summary>A grant as people see it.</summary>
    public static LakePermission ToPermission(LakeGrant grant, GrantSource source = GrantSource.Explicit,
        DateTime? updated = null, string? updatedBy = null) => new(grant.Resource)
    {
        Principal = grant.Principal,
        Permission = new ItemList<string>(grant.Permissions.Names()),
        GrantablePermission = new ItemList<string>(grant.Grantable.Names()),
        Condition = grant.Condition,
        GrantSource = source,
        LastUpdated = updated,
        LastUpdatedBy = updatedBy,
    };

    /// <summary>An entry of a response as a grant. Null for a resource type that this version does not know.</summary>
    public static LakeGrant? ToGrant(PrincipalResourcePermissions entry) =>
        entry.Resource is { } resource && ToResource(resource) is { } known
        ? new LakeGrant(entry.Principal?.DataLakePrincipalIdentifier
            ?? "", known, PermissionNames.Listed(entry.Permissions),
                PermissionNames.Listed(entry.PermissionsWithGrantOption)) { Condition = ToCondition(entry.Condition) }
        : null;

    /// <summary>
    /// The expression of the condition in a response; <see cref="UnknownCondition"/> if the expression is not all. Null if there is none.
    /// </summary>
    public static string? ToCondition(Condition? condition)
    {
        var expression = string.IsNullOrEmpty(condition?.Expression) ? null : condition.Expression;
        var unknown = UnknownMembers.Of(condition);
        if (unknown.Count == 0) return expression;
        var all = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in unknown) all.Add(name, value);
        if (expression is not null) all.Add(nameof(condition.Expression), expression);
        return UnknownCondition.Of(JsonSerializer.Serialize(all, ReadableJson.Options));
    }

    /// <summary>A condition for a request. Null if there is none.</summary>
    /// <exception cref="LakeException"><c>ConditionUnknown</c>.</exception>
    public static Condition? ToApi(string? condition) => condition is null ? null
        : ConditionRules.Unknown(condition) is { } unknown ? throw unknown : new Condition { Expression = condition };

    /// <summary>A resource in a response. Null for a type that this version does not know.</summary>
    public static LakeResource? ToResource(Resource resource) => resource switch
    {
        { Catalog: { } catalog } => LakeResource.Catalog(catalog.Id),
        { Database: { } database } => LakeResource.Database(database.Name, database.CatalogId),
        { Table: { TableWildcard: not null } table } => LakeResource.AllTables(table.DatabaseName, table.CatalogId),
        { Table: { } table } => LakeResource.Table(table.DatabaseName, table.Name, table.CatalogId),
        { TableWithColumns: { } table } => LakeResource.Columns(
            table.DatabaseName, table.Name, table.ColumnNames, table.ColumnWildcard?.ExcludedColumnNames, table.CatalogId),
        { DataLocation: { } location } => LakeResource.Location(location.ResourceArn, location.CatalogId),
        { DataCellsFilter: { } filter } =>
            LakeResource.DataFilter(filter.DatabaseName, filter.TableName, filter.Name, filter.TableCatalogId),
        { LFTag: { } tag } => LakeResource.Tag(tag.TagKey, tag.TagValues ?? [], tag.CatalogId),
        { LFTagPolicy: { } policy } => ToTagged(policy),
        { LFTagExpression: { } expression } => LakeResource.NamedTagExpression(expression.Name, expression.CatalogId),
        _ => null,
    };

    /// <summary>A resource for a request.</summary>
    public static Resource ToApi(LakeResource resource) => resource.Kind switch
    {
        // Only a nested catalog has an id. The account's default catalog is an empty shape.
        ResourceKind.Catalog => new Resource { Catalog = new CatalogResource() },
        ResourceKind.NestedCatalog => new Resource { Catalog = new CatalogResource { Id = resource.CatalogId } },
        ResourceKind.Database => new Resource { Database =
            new DatabaseResource { CatalogId = resource.CatalogId, Name = resource.DatabaseName } },
        ResourceKind.Table => new Resource { Table =
            new TableResource { CatalogId = resource.CatalogId, DatabaseName = resource.DatabaseName, Name = resource.TableName } },
        ResourceKind.AllTables => AllTables(resource),
        ResourceKind.Columns when LakeResource.IsAllTables(resource.TableName) => AllTables(resource),
        ResourceKind.Columns => new Resource { TableWithColumns = Columns(resource) },
        ResourceKind.DataLocation => new Resource { DataLocation =
            new DataLocationResource { CatalogId = resource.CatalogId, ResourceArn = resource.DataLocation } },
        ResourceKind.DataFilter => new Resource
        {
            DataCellsFilter = new DataCellsFilterResource
            {
                TableCatalogId = resource.CatalogId, DatabaseName = resource.DatabaseName, TableName = resource.TableName,
                    Name = resource.FilterName,
            },
        },
        ResourceKind.Tag => new Resource { LFTag =
            new LFTagKeyResource { CatalogId = resource.CatalogId, TagKey = resource.TagKey, TagValues = [.. resource.TagValues] } },
        ResourceKind.TagExpression => new Resource { LFTagPolicy = Policy(resource) },
        _ => new Resource { LFTagExpression =
            new LFTagExpressionResource { CatalogId = resource.CatalogId, Name = resource.TagExpressionName } },
    };

    private static Resource AllTables(LakeResource resource) => new()
    {
        // The API lists the name ALL_TABLES but does not accept it. A request has the wildcard.
        Table = new TableResource { CatalogId = resource.CatalogId, DatabaseName = resource.DatabaseName,
            TableWildcard = new TableWildcard() },
    };

    private static TableWithColumnsResource Columns(LakeResource resource)
    {
        var table = new TableWithColumnsResource { CatalogId = resource.CatalogId, DatabaseName = resource.DatabaseName,
            Name = resource.TableName };
        if (resource.ColumnNames.Count > 0) table.ColumnNames = [.. resource.ColumnNames];
        else table.ColumnWildcard = new ColumnWildcard { ExcludedColumnNames = resource.ExcludedColumnNames.Count > 0
            ? [.. resource.ExcludedColumnNames] : null };
        return table;
    }

    private static LFTagPolicyResource Policy(LakeResource resource) => new()
    {
        CatalogId = resource.CatalogId,
        ResourceType = resource.ResourceType == TaggedResourceType.Database ? ResourceType.DATABASE : ResourceType.TABLE,
        Expression = resource.TagExpression?.Select(condition => new LFTag { TagKey = condition.Key, TagValues = [.. condition.Value] })
            .ToList(),
        ExpressionName = resource.TagExpressionName,
    };

    private static LakeResource? ToTagged(LFTagPolicyResource policy)
    {
        if (policy.ResourceType != ResourceType.DATABASE && policy.ResourceType != ResourceType.TABLE) return null;
        var type = policy.ResourceType == ResourceType.DATABASE ? TaggedResourceType.Database : TaggedResourceType.Table;
        return policy.ExpressionName is { Length: > 0 } name
            ? LakeResource.Tagged(type, name, policy.CatalogId)
            : LakeResource.Tagged(type, TagExpression.Of((policy.Expression ?? []).Select(tag =>
                KeyValuePair.Create(tag.TagKey, (IEnumerable<string>)(tag.TagValues ?? [])))), policy.CatalogId);
    }
}
