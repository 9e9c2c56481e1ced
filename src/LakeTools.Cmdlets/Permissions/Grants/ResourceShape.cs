using System.Collections;
using System.Management.Automation;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// Reads a resource as the objects of AWS.Tools, the JSON of the AWS CLI, or a hashtable have it: one member of many is set. Goes by the
/// members' names, for their types belong to another SDK. What is not understood is an error: without it, the resource would be a larger
/// one.
/// </summary>
internal static class ResourceShape
{
    private const string Wildcard = "ColumnWildcard";
    private const string Condition = "Expression";

    // The members of Resource in the API reference of Lake Formation, and their members.
    private static readonly Dictionary<string, string[]> s_members = new(StringComparer.Ordinal)
    {
        ["Catalog"] = ["Id"],
        ["Database"] = ["CatalogId", "Name"],
        ["Table"] = ["CatalogId", "DatabaseName", "Name", "TableWildcard"],
        ["TableWithColumns"] = ["CatalogId", "DatabaseName", "Name", "ColumnNames", Wildcard],
        ["DataLocation"] = ["CatalogId", "ResourceArn"],
        ["DataCellsFilter"] = ["TableCatalogId", "DatabaseName", "TableName", "Name"],
        ["LFTag"] = ["CatalogId", "TagKey", "TagValues"],
        ["LFTagPolicy"] = ["CatalogId", "ResourceType", Condition, "ExpressionName"],
        ["LFTagExpression"] = ["CatalogId", "Name"],
    };

    /// <summary>The resource that the object names.</summary>
    /// <param name="resource">The object.</param>
    /// <returns>The resource.</returns>
    /// <exception cref="LakeException"><c>ResourceObjectInvalid</c>.</exception>
    public static ResourceInput Read(PSObject resource)
    {
        CheckKeys(resource, "it", s_members.Keys);
        List<string> kinds = [.. s_members.Keys.Where(name => Member(resource, name) is not null)];
        if (kinds is not [var kind])
            throw Invalid(resource, kinds.Count == 0 ? $"it has none of the members {string.Join(", ", s_members.Keys)}"
                : $"it has the members {string.Join(" and ", kinds)}, which are different resources");
        var part = Member(resource, kind)!;
        CheckKeys(part, kind, s_members[kind]);
        return kind switch
        {
            "Catalog" => new() { Catalog = true, CatalogId = Text(part, "Id") },
            "Database" => new() { CatalogId = Text(part, "CatalogId"), DatabaseName = Required(part, kind, "Name") },
            "Table" => new()
            {
                CatalogId = Text(part, "CatalogId"),
                DatabaseName = Required(part, kind, "DatabaseName"),
                TableName = Member(part, "TableWildcard") is null ? Required(part, kind, "Name") : "*",
            },
            "TableWithColumns" => Columns(part, kind),
            "DataLocation" => new() { CatalogId = Text(part, "CatalogId"), DataLocation = Required(part, kind, "ResourceArn") },
            "DataCellsFilter" => new()
            {
                CatalogId = Text(part, "TableCatalogId"),
                DatabaseName = Required(part, kind, "DatabaseName"),
                TableName = Required(part, kind, "TableName"),
                FilterName = Required(part, kind, "Name"),
            },
            "LFTag" => new()
            {
                CatalogId = Text(part, "CatalogId"),
                TagKey = Required(part, kind, "TagKey"),
                TagValue = Texts(part, "TagValues"),
            },
            "LFTagPolicy" => new()
            {
                CatalogId = Text(part, "CatalogId"),
                ResourceType = Required(part, kind, "ResourceType"),
                TagExpressionName = Text(part, "ExpressionName"),
                TagExpression = Expression(part, kind),
            },
            _ => new() { CatalogId = Text(part, "CatalogId"), TagExpressionName = Required(part, kind, "Name") },
        };
    }

    private static ResourceInput Columns(PSObject part, string kind)
    {
        var (names, wildcard) = (Texts(part, "ColumnNames"), Member(part, Wildcard));
        if (names is not { Count: > 0 } && wildcard is null) throw Invalid(part, $"{kind} has neither ColumnNames nor {Wildcard}");
        if (wildcard is not null) CheckKeys(wildcard, Wildcard, ["ExcludedColumnNames"]);
        return new()
        {
            CatalogId = Text(part, "CatalogId"),
            DatabaseName = Required(part, kind, "DatabaseName"),
            TableName = Required(part, kind, "Name"),
            ColumnName = names,
            ExcludedColumnName = wildcard is null ? null : Texts(wildcard, "ExcludedColumnNames"),
        };
    }

    private static TagExpression? Expression(PSObject policy, string kind)
    {
        var list = PSValue.Of(Value(policy, Condition)) switch
        {
            null => [],
            IEnumerable items and not (string or IDictionary) => items.Cast<object?>(),
            var one => [one],
        };
        var conditions = list.Select(item =>
        {
            if (item is null) throw Invalid(policy, $"an item of {Condition} is empty");
            var tag = PSObject.AsPSObject(item);
            CheckKeys(tag, Condition, s_members["LFTag"]);
            return KeyValuePair.Create(Required(tag, Condition, "TagKey"), (IEnumerable<string>)(Texts(tag, "TagValues") ?? []));
        }).ToList();
        if (conditions.Count > 0) return TagExpression.Of(conditions);
        return Text(policy, "ExpressionName") is null ? throw Invalid(policy, $"{kind} has neither {Condition} nor ExpressionName") : null;
    }

    // Only who writes a hashtable mistypes a key. Objects have members of later versions, and of PowerShell.
    private static void CheckKeys(PSObject value, string what, IReadOnlyCollection<string> known)
    {
        if (value.BaseObject is not IDictionary table) return;
        foreach (var key in table.Keys.Cast<object>().Select(key => $"{key}"))
            if (!known.Contains(key, StringComparer.OrdinalIgnoreCase))
                throw Invalid(value, $"{what} has the key '{key}', and only {string.Join(", ", known)} are known");
    }

    private static string Required(PSObject value, string what, string name) =>
        Text(value, name) ?? throw Invalid(value, $"{what} has no {name}");

    private static object? Value(PSObject value, string name) => value.BaseObject is IDictionary table
        ? table.Keys.Cast<object>().Where(key => string.Equals($"{key}", name, StringComparison.OrdinalIgnoreCase))
            .Select(key => table[key]).FirstOrDefault()
        : value.Properties[name]?.Value;

    private static PSObject? Member(PSObject value, string name) => Value(value, name) is { } member ? PSObject.AsPSObject(member) : null;

    private static string? Text(PSObject value, string name) => Value(value, name)?.ToString() is { Length: > 0 } text ? text : null;

    private static List<string>? Texts(PSObject value, string name) => PSValue.Of(Value(value, name)) switch
    {
        null => null,
        string text => [text],
        IEnumerable list => [.. list.Cast<object?>().Select(item => item?.ToString() ?? "")],
        var other => [$"{other}"],
    };

    private static LakeException Invalid(PSObject value, string reason) => Fault.ResourceObjectInvalid(value, reason);
}
