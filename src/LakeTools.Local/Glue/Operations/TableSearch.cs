using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Access;

namespace LakeTools.Local.Glue.Operations;

/// <summary>SearchTables: reads what the caller may see, so nothing hidden is found by searching for it.</summary>
internal static class TableSearch
{
    private const int DefaultPage = 100;

    public static JsonObject Search(ApiCall call)
    {
        if (call.Input.Items("SortCriteria").Any()) throw Unsupported("SortCriteria");
        var filters = call.Input.Items("Filters").ToList();
        if (filters.Exists(filter => filter.Text("Comparator") is { } comparator && comparator != "EQUALS"))
            throw Unsupported("Comparator");
        var text = call.Input.Text("SearchText")?.Trim();
        var catalogs = new SharedCatalogs(call);
        var onlyFederated = catalogs.Type == "FEDERATED";
        var (page, next) = new Page(call.Input, PageForm.Glue, call.Operation, DefaultPage).Walk(
            (after, count) => catalogs.After(after, count, (there, key, most) => CatalogStore.TablesOfAllAfter(there.Session, key, most)),
            found => catalogs.PlaceOf(found.Call, CatalogStore.SearchKey(found.Item)),
            found => (!onlyFederated || found.Item.Document["FederatedTable"] is not null)
                && found.Guard.Decision.OnTable(found.Item.Database, found.Item.Name) is { IsVisible: true } rights
                && CatalogAnswers.ToWire(found.Item, rights, found.Call) is var answer
                && filters.TrueForAll(filter => Holds(answer, filter)) && (string.IsNullOrEmpty(text) || Finds(answer, text))
                    ? answer : null);
        return new JsonObject { ["TableList"] = page }.With("NextToken", next);
    }

    private static bool Holds(JsonObject table, JsonObject filter)
    {
        if (filter.Text("Key") is not { } key || filter.Text("Value") is not { } value) return true;
        var member = table.Concat((table["Parameters"] as JsonObject)?.ToArray() ?? [])
            .FirstOrDefault(item => item.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value;
        return member is JsonValue && Contains(member.ToString(), value);
    }

    /// <summary>Text in double quotes is found whole; otherwise each of its words is found somewhere.</summary>
    private static bool Finds(JsonObject table, string text)
    {
        var texts = Texts(table).ToList();
        return text is ['"', .. var whole, '"']
            ? texts.Exists(item => item.Equals(whole, StringComparison.OrdinalIgnoreCase))
            : text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => texts.Exists(item => Contains(item, word)));
    }

    private static IEnumerable<string> Texts(JsonObject table)
    {
        foreach (var member in new[] { "Name", "DatabaseName", "Description", "Owner" })
            if (table.Text(member) is { } text) yield return text;
        foreach (var column in ((table["StorageDescriptor"] as JsonObject)?.Items("Columns") ?? []).Concat(table.Items("PartitionKeys")))
        {
            yield return column.Required("Name");
            if (column.Text("Comment") is { } comment) yield return comment;
        }

        foreach (var (key, value) in (table["Parameters"] as JsonObject)?.ToArray() ?? [])
        {
            yield return key;
            if (value is not null) yield return value.ToString();
        }
    }

    private static bool Contains(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static ApiException Unsupported(string member) =>
        new("InvalidInputException", $"The embedded lake does not support {member} in SearchTables.");
}
