using System.Text.Json;

namespace LakeTools.Query;

/// <summary>
/// The names in expressions of ORDER BY that are those of the result. In Athena such a name is the column of the result; in DuckDB it is
/// the column of a table where a table has it. A name alone, without an expression, is the column of the result in both.
/// </summary>
internal static class SqlOrder
{
    // Their values are others where they are repeated.
    private static readonly HashSet<string> s_volatile =
        new(["rand", "random", "uuid", "shuffle", "gen_random_uuid"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The names, each with the entry of the list of SELECT that it represents.</summary>
    /// <param name="select">The query, as parsed.</param>
    /// <returns>The name; the place of its entry, -1 if there are several; and whether it is within a query of its own.</returns>
    public static IEnumerable<(JsonElement Name, int Item, bool IsInQuery)> NamesIn(JsonElement select)
    {
        var items = select.GetProperty("select_list").EnumerateArray().ToList();
        var aliases = items.Select((item, i) => (Name: item.GetProperty("alias").GetString()!, Item: i)).Where(each => each.Name.Length > 0)
            .ToLookup(each => each.Name, each => each.Item, StringComparer.OrdinalIgnoreCase);
        if (aliases.Count == 0) yield break;
        foreach (var (name, isInQuery) in OrdersOf(select).Where(order => ColumnOf(order) is null).SelectMany(ColumnsIn))
        {
            var found = aliases[ColumnOf(name)!].ToList();
            if (found.Count > 0 && (found.Count > 1 || !IsVolatile(items[found[0]])))
                yield return (name, found.Count > 1 ? -1 : found[0], isInQuery);
        }
    }

    private static IEnumerable<JsonElement> OrdersOf(JsonElement select) => select.GetProperty("modifiers").EnumerateArray()
        .Where(modifier => Text(modifier, "type") == "ORDER_MODIFIER")
        .SelectMany(modifier => modifier.GetProperty("orders").EnumerateArray()).Select(order => order.GetProperty("expression"));

    // Without recursion: an expression may be nested deeper than the stack is. A name that a lambda has is no column.
    private static IEnumerable<(JsonElement Name, bool IsInQuery)> ColumnsIn(JsonElement expression)
    {
        var left = new Stack<(JsonElement Element, string[] Hidden, bool IsInQuery)>([(expression, [], false)]);
        while (left.TryPop(out var next))
        {
            var (element, hidden, isInQuery) = next;
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray()) left.Push((item, hidden, isInQuery));
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                var type = Text(element, "class");
                if (ColumnOf(element) is { } name && !hidden.Contains(name, StringComparer.OrdinalIgnoreCase))
                    yield return (element, isInQuery);
                if (type == "LAMBDA")
                    hidden = [.. hidden, .. ColumnsIn(element.GetProperty("lhs")).Select(each => ColumnOf(each.Name)!)];
                foreach (var property in element.EnumerateObject().Where(property => type != "LAMBDA" || property.Name != "lhs"))
                    left.Push((property.Value, hidden, isInQuery || type == "SUBQUERY"));
            }
        }
    }

    private static string? ColumnOf(JsonElement element) =>
        Text(element, "class") == "COLUMN_REF" && element.GetProperty("column_names") is var names && names.GetArrayLength() == 1
            ? names[0].GetString() : null;

    private static bool IsVolatile(JsonElement item)
    {
        var left = new Stack<JsonElement>([item]);
        while (left.TryPop(out var element))
        {
            if (element.ValueKind == JsonValueKind.Object && s_volatile.Contains(Text(element, "function_name"))) return true;
            if (element.ValueKind == JsonValueKind.Array) foreach (var each in element.EnumerateArray()) left.Push(each);
            else if (element.ValueKind == JsonValueKind.Object)
                foreach (var property in element.EnumerateObject()) left.Push(property.Value);
        }

        return false;
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
