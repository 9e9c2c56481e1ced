using System.Globalization;
using System.Text.Json;
using LakeTools.Core.Queries;

namespace LakeTools.Query;

/// <summary>
/// Finds what a query says of partitions in a way that the catalog decides just as DuckDB does, so folders of others are not read.
/// DuckDB decides about every row all the same: what is not understood here costs time and nothing else.
/// </summary>
internal static class PartitionConditions
{
    private static readonly Dictionary<string, string> s_comparisons = new(StringComparer.Ordinal)
    {
        ["COMPARE_EQUAL"] = "=",
        ["COMPARE_LESSTHAN"] = "<",
        ["COMPARE_GREATERTHAN"] = ">",
        ["COMPARE_LESSTHANOREQUALTO"] = "<=",
        ["COMPARE_GREATERTHANOREQUALTO"] = ">=",
    };

    private static readonly HashSet<string> s_whole =
        new(StringComparer.OrdinalIgnoreCase) { "tinyint", "smallint", "int", "integer", "bigint" };

    /// <summary>The conditions that every row of a query over one table must meet.</summary>
    /// <param name="select">The query.</param>
    /// <returns>The expressions that its WHERE joins by AND.</returns>
    public static IReadOnlyList<JsonElement> Of(JsonElement select)
    {
        if (!select.TryGetProperty("where_clause", out var where) || where.ValueKind != JsonValueKind.Object) return [];
        var (found, left) = (new List<JsonElement>(), new Stack<JsonElement>([where]));
        while (left.TryPop(out var element))
        {
            if (Text(element, "type") != "CONJUNCTION_AND") found.Add(element);
            else
                foreach (var child in element.GetProperty("children").EnumerateArray()) left.Push(child);
        }

        return found;
    }

    /// <summary>The expression of Glue that the partitions of rows pass.</summary>
    /// <param name="table">The table as it is named.</param>
    /// <param name="found">The table.</param>
    /// <returns>The expression; null if the query says nothing of partitions.</returns>
    public static string? For(SqlTable table, IQueryTable found)
    {
        var terms = table.Conditions.Select(condition => Term(condition, found)).OfType<string>().ToList();
        return terms.Count == 0 ? null : string.Join(" AND ", terms);
    }

    private static string? Term(JsonElement condition, IQueryTable table)
    {
        if (s_comparisons.TryGetValue(Text(condition, "type"), out var comparison))
            return Key(condition.GetProperty("left"), table) is { } key && Literal(condition.GetProperty("right"), key.Type) is { } literal
                && (comparison == "=" || s_whole.Contains(key.Type))
                ? $"{key.Name} {comparison} {literal}" : null;
        if (Text(condition, "type") != "COMPARE_IN") return null;
        var parts = condition.GetProperty("children").EnumerateArray().ToList();
        if (parts.Count < 2 || Key(parts[0], table) is not { } column) return null;
        var values = parts.Skip(1).Select(part => Literal(part, column.Type)).ToList();
        return values.Contains(null) ? null : $"{column.Name} IN ({string.Join(", ", values)})";
    }

    // A column by its name alone: nothing else has a partition key's name there, because the query reads one table.
    private static GlueColumn? Key(JsonElement element, IQueryTable table)
    {
        if (Text(element, "class") != "COLUMN_REF") return null;
        var names = element.GetProperty("column_names");
        var name = names[names.GetArrayLength() - 1].GetString()!;
        // Another name may need quotes, and a struct's field may have any.
        return names.GetArrayLength() <= 1 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
            && table.PartitionKeys.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? table.Columns.First(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) : null;
    }

    // Text for text and whole numbers for whole numbers: with any other pair DuckDB converts first.
    private static string? Literal(JsonElement element, string type)
    {
        if (Text(element, "type") != "VALUE_CONSTANT" || !element.TryGetProperty("value", out var constant)
            || !constant.TryGetProperty("value", out var value)) return null;
        var id = Text(constant.GetProperty("type"), "id");
        if (type.Equals("string", StringComparison.OrdinalIgnoreCase) && value.ValueKind == JsonValueKind.String && id == "VARCHAR")
            return $"'{value.GetString()!.Replace("'", "''", StringComparison.Ordinal)}'";
        return s_whole.Contains(type) && id is "INTEGER" or "BIGINT" && value.TryGetInt64(out var number)
            ? number.ToString(CultureInfo.InvariantCulture) : null;
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
