using System.Collections;
using System.Management.Automation;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// Reads a resource as the objects of AWS.Tools have it: one member of many is set. Goes by the members' names, for their types belong
/// to another SDK.
/// </summary>
internal static class ResourceShape
{
    /// <summary>The resource that the object names, or null if it has none of the members.</summary>
    public static ResourceInput? Read(PSObject resource)
    {
        if (Member(resource, "Database") is { } database)
            return new() { CatalogId = Text(database, "CatalogId"), DatabaseName = Text(database, "Name") };
        if (Member(resource, "Table") is { } table)
        {
            return new()
            {
                CatalogId = Text(table, "CatalogId"),
                DatabaseName = Text(table, "DatabaseName"),
                TableName = Member(table, "TableWildcard") is null ? Text(table, "Name") : "*",
            };
        }

        if (Member(resource, "TableWithColumns") is { } columns)
        {
            return new()
            {
                CatalogId = Text(columns, "CatalogId"),
                DatabaseName = Text(columns, "DatabaseName"),
                TableName = Text(columns, "Name"),
                ColumnName = Texts(columns, "ColumnNames"),
                ExcludedColumnName = Member(columns, "ColumnWildcard") is { } wildcard ? Texts(wildcard, "ExcludedColumnNames") : null,
            };
        }

        if (Member(resource, "DataLocation") is { } location)
            return new() { CatalogId = Text(location, "CatalogId"), DataLocation = Text(location, "ResourceArn") };
        if (Member(resource, "DataCellsFilter") is { } filter)
        {
            return new()
            {
                CatalogId = Text(filter, "TableCatalogId"),
                DatabaseName = Text(filter, "DatabaseName"),
                TableName = Text(filter, "TableName"),
                FilterName = Text(filter, "Name"),
            };
        }

        if (Member(resource, "LFTag") is { } tag)
            return new() { CatalogId = Text(tag, "CatalogId"), TagKey = Text(tag, "TagKey"), TagValue = Texts(tag, "TagValues") };
        if (Member(resource, "LFTagPolicy") is { } policy)
        {
            return new()
            {
                CatalogId = Text(policy, "CatalogId"),
                ResourceType = Text(policy, "ResourceType"),
                TagExpressionName = Text(policy, "ExpressionName"),
                TagExpression = Expression(policy),
            };
        }

        if (Member(resource, "LFTagExpression") is { } expression)
            return new() { CatalogId = Text(expression, "CatalogId"), TagExpressionName = Text(expression, "Name") };
        return Member(resource, "Catalog") is { } catalog ? new() { Catalog = true, CatalogId = Text(catalog, "Id") } : null;
    }

    private static PSObject? Member(PSObject value, string name) =>
        value.Properties[name]?.Value is { } member ? PSObject.AsPSObject(member) : null;

    private static string? Text(PSObject value, string name) =>
        value.Properties[name]?.Value?.ToString() is { Length: > 0 } text ? text : null;

    private static List<string>? Texts(PSObject value, string name) =>
        Member(value, name)?.BaseObject is IEnumerable list and not string
            ? [.. list.Cast<object?>().Select(item => item?.ToString() ?? "")] : null;

    private static TagExpression? Expression(PSObject policy)
    {
        if (Member(policy, "Expression")?.BaseObject is not IEnumerable list) return null;
        var conditions = list.Cast<object>().Select(PSObject.AsPSObject)
            .Select(tag => KeyValuePair.Create(Text(tag, "TagKey") ?? "", (IEnumerable<string>)(Texts(tag, "TagValues") ?? []))).ToList();
        return conditions.Count == 0 ? null : TagExpression.Of(conditions);
    }
}
