using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LakeTools.Rules.Queries;

namespace LakeTools.Query;

/// <summary>Says what DuckDB says in the way of Athena: a name of Trino's for the error, the place, and a text.</summary>
internal static partial class DuckError
{
    /// <summary>The bytes that a query of Athena has at most.</summary>
    public const int LongestQuery = 262_144;

    private const string Syntax = "SYNTAX_ERROR";

    private static readonly Dictionary<string, string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Parser"] = Syntax,
        ["Syntax"] = Syntax,
        ["Binder"] = Syntax,
        ["Catalog"] = Syntax,
        ["Conversion"] = "INVALID_CAST_ARGUMENT",
        ["Out of Range"] = "NUMERIC_VALUE_OUT_OF_RANGE",
        ["Invalid Input"] = "INVALID_FUNCTION_ARGUMENT",
        ["Mismatch Type"] = "TYPE_MISMATCH",
        ["Not implemented"] = "NOT_SUPPORTED",
        ["Out of Memory"] = "EXCEEDED_LOCAL_MEMORY_LIMIT",
        ["Permission"] = "PERMISSION_DENIED",
    };

    /// <summary>Reads an error.</summary>
    /// <param name="error">DuckDB's error, with errors_as_json.</param>
    /// <param name="sql">The statement; null if the places of the error are not places of it.</param>
    public static QueryException Read(string error, string? sql)
    {
        try
        {
            // An error of the parser has its kind before the object too.
            using var json = JsonDocument.Parse(error[Math.Max(0, error.IndexOf('{', StringComparison.Ordinal))..]);
            var root = json.RootElement;
            var message = Text(root, "exception_message") ?? Text(root, "error_message") ?? error;
            var kind = Text(root, "exception_type") ?? Text(root, "error_type") ?? "";
            var hasPlace = long.TryParse(Text(root, "position"), NumberStyles.None, CultureInfo.InvariantCulture, out var position);
            return sql is null || position >= LongestQuery ? Read(kind, message, "", "", root)
                : Read(kind, message, hasPlace ? SqlPlace.Of(sql, position) + ": " : "", SqlPlace.From(sql, position), root);
        }
        catch (JsonException)
        {
            return new QueryException($"GENERIC_INTERNAL_ERROR: {error}");
        }
    }

    private static QueryException Read(string kind, string message, string place, string rest, JsonElement root)
    {
        // The text continues with similar names, which are DuckDB's own as well as ours.
        var line = message.Split('\n')[0];
        // Our own functions name the reason.
        if (Named().IsMatch(line)) return new QueryException(line);
        if (Text(root, "error_subtype") == "COLUMN_NOT_FOUND" || (kind == "Binder" && UnknownColumn().IsMatch(line)))
            return ColumnNotFound(place, Text(root, "name") ?? UnknownColumn().Match(line).Groups[1].Value);

        // A column that a nested query looks for in the queries around it is reported as a table that is not there.
        if (kind == "Binder" && UnknownReference().IsMatch(line))
            return ColumnNotFound(place, Reference().Match(rest).Value.Replace("\"", "", StringComparison.Ordinal));
        if (kind == "Catalog" && UnknownFunction().Match(line) is { Success: true } function)
            return new QueryException($"FUNCTION_NOT_FOUND: {place}Function '{function.Groups[1].Value}' not registered");
        if (kind == "Catalog" && UnknownTable().Match(line) is { Success: true } table)
            return new QueryException($"TABLE_NOT_FOUND: {place}Table '{table.Groups[1].Value}' does not exist");
        return new QueryException($"{s_names.GetValueOrDefault(kind, "GENERIC_INTERNAL_ERROR")}: {place}{line}");
    }

    private static QueryException ColumnNotFound(string place, string column) => new(
        $"COLUMN_NOT_FOUND: {place}Column '{column}' cannot be resolved or requester is not authorized to access requested resources");

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex("^[A-Z]+(?:_[A-Z]+)+: ")]
    private static partial Regex Named();

    [GeneratedRegex("""(?:column|Column) (?:named )?"([^"]+)"|does not have a column named "([^"]+)" """)]
    private static partial Regex UnknownColumn();

    [GeneratedRegex("^Referenced table \"[^\"]+\" not found")]
    private static partial Regex UnknownReference();

    [GeneratedRegex("""^["\w]+(?:\s*\.\s*["\w]+)*""")]
    private static partial Regex Reference();

    [GeneratedRegex("Function with name \"?([^\" ]+)\"? (?:does not exist|is not in the catalog)")]
    private static partial Regex UnknownFunction();

    [GeneratedRegex("Table with name \"?([^\" ]+)\"? does not exist")]
    private static partial Regex UnknownTable();
}
