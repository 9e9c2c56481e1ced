using System.Text.Json;
using TokenList = System.Collections.Generic.List<(int Start, int End, int Depth, string Word)>;

namespace LakeTools.Query;

/// <summary>
/// Comparisons of rows, arrays and maps that a statement writes out. In Athena a null within one makes its equality unknown, and the order
/// of a map's entries does not matter; in DuckDB null is equal to null, and the order matters.
/// </summary>
internal static class SqlEquality
{
    private static readonly HashSet<string> s_made = new(["row", "list_value", "struct_pack", "map", "map_from_entries", "map_concat"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an element compares such a value for equality.</summary>
    /// <param name="element">An expression, as parsed.</param>
    public static bool Is(JsonElement element) => OperandsOf(element) is { } operands && operands.Exists(IsMade);

    /// <summary>Replaces a comparison.</summary>
    /// <param name="rewrite">The statement.</param>
    /// <param name="sql">Its text.</param>
    /// <param name="comparison">The comparison, as parsed.</param>
    /// <param name="place">The place of its operator.</param>
    /// <returns>False if it is written in a form that is not supported.</returns>
    public static bool TryReplace(SqlRewrite rewrite, string sql, JsonElement comparison, int place)
    {
        var operands = OperandsOf(comparison)!;
        var tokens = SqlScanner.Tokens(sql);
        var at = tokens.FindIndex(token => token.Start == place);
        if (at < 0 || !operands.TrueForAll(IsSimple)) return false;
        // DuckDB makes one comparison of NOT x = y, at the place of NOT, which remains.
        var isBehind = tokens[at].Word == "NOT" && tokens[at + 1].Word != "IN";
        var start = isBehind ? FirstBehind(sql, tokens, at, operands[0]) : FirstBefore(sql, tokens, at - 1, operands[0]);
        if (start < 0) return false;
        if (isBehind) at = LastOf(tokens, start) + 1;
        List<(int First, int Last)> ranges = [(start, at - 1)];
        var isNot = tokens[at].Word is "<" or "!" or "NOT";
        var isIn = Text(comparison, "type") is "COMPARE_IN" or "COMPARE_NOT_IN";
        var first = at;
        while (tokens[at].Word is "=" or "<" or ">" or "!" or "NOT") at++;
        if (isIn && tokens[at].Word == "IN") at++;
        if (at == first || LastOf(tokens, start) != ranges[0].Last) return false;
        var last = LastOf(tokens, at);
        if (isIn) ranges.AddRange(Parts(tokens, at, last));
        else ranges.Add((at, last));
        if (ranges.Count != operands.Count || !EndsAt(tokens, last)) return false;
        rewrite.ReplaceComparison(
            [.. ranges.Select(range => (tokens[range.First].Start, tokens[range.Last].End))],
            tokens[last].End,
            isNot,
            [.. operands.Select((operand, i) => FieldsOf(tokens, ranges[i], operand))]);
        return true;
    }

    private static List<(int Start, int End, bool IsNested)>? FieldsOf(TokenList tokens,
        (int First, int Last) range, JsonElement operand)
    {
        if (Text(operand, "class") != "FUNCTION" || Text(operand, "function_name") != "row") return null;
        var fields = operand.GetProperty("children").EnumerateArray().ToList();
        var parts = Parts(tokens, tokens[range.First].Word == "ROW" ? range.First + 1 : range.First, range.Last);
        return parts.Count != fields.Count ? null
            : [.. parts.Select((part, i) => (tokens[part.First].Start, tokens[part.Last].End, IsMade(fields[i])))];
    }

    // What is between two brackets, without the commas.
    private static List<(int First, int Last)> Parts(TokenList tokens, int open, int close)
    {
        var parts = new List<(int First, int Last)>();
        var first = open + 1;
        for (var i = first; i <= close; i++)
        {
            if (i < close && (tokens[i].Word != "," || tokens[i].Depth != tokens[open].Depth + 1)) continue;
            if (i > first) parts.Add((first, i - 1));
            first = i + 1;
        }

        return parts;
    }

    private static int FirstBehind(string sql, TokenList tokens, int at, JsonElement operand) =>
        Text(operand, "type") == "ARRAY_CONSTRUCTOR" ? tokens.FindIndex(at, token => token.Word == "ARRAY") : PlaceOf(sql, tokens, operand);

    private static int FirstBefore(string sql, TokenList tokens, int last, JsonElement operand)
    {
        if (last < 1 || Text(operand, "type") != "ARRAY_CONSTRUCTOR") return PlaceOf(sql, tokens, operand);
        var open = tokens.FindLastIndex(last - 1, token => token.Depth == tokens[last].Depth);
        return open > 0 && tokens[open].Word == "[" && tokens[open - 1].Word == "ARRAY" ? open - 1 : -1;
    }

    // DuckDB knows no place of ARRAY[...].
    private static int PlaceOf(string sql, TokenList tokens, JsonElement operand)
    {
        if (!operand.TryGetProperty("query_location", out var location) || !location.TryGetInt64(out var offset)) return -1;
        var place = SqlPlace.IndexOf(sql, offset);
        return tokens.FindIndex(token => token.Start == place);
    }

    // The last token of an operand that begins with a token: a name with dots, brackets, or both.
    private static int LastOf(TokenList tokens, int first)
    {
        var at = first;
        if (tokens[at].Word is not ("(" or "["))
        {
            while (at + 2 < tokens.Count && tokens[at + 1].Word == ".") at += 2;
            if (at + 1 >= tokens.Count || tokens[at + 1].Word is not ("(" or "[")) return at;
            at++;
        }

        var close = tokens.FindIndex(at + 1, token => token.Depth == tokens[at].Depth);
        return close < 0 ? at : close;
    }

    private static bool EndsAt(TokenList tokens, int last) => last + 1 >= tokens.Count
        || (tokens[last + 1].Word is var next && (next is ")" or "]" or "," or ";"
            || ((char.IsLetter(next[0]) || next[0] == '"') && next is not ("FILTER" or "WITHIN" or "OVER" or "AT" or "COLLATE"))));

    private static List<JsonElement>? OperandsOf(JsonElement element) => Text(element, "type") switch
    {
        "COMPARE_EQUAL" or "COMPARE_NOTEQUAL" when Text(element, "class") == "COMPARISON" =>
            [element.GetProperty("left"), element.GetProperty("right")],
        "COMPARE_IN" or "COMPARE_NOT_IN" when Text(element, "class") == "OPERATOR" => [.. element.GetProperty("children").EnumerateArray()],
        _ => null,
    };

    private static bool IsMade(JsonElement operand) => Text(operand, "class") switch
    {
        "FUNCTION" => s_made.Contains(Text(operand, "function_name")),
        "CAST" => operand.GetProperty("cast_type") is var type && Text(type, "id") is "STRUCT" or "LIST" or "MAP",
        _ => Text(operand, "type") == "ARRAY_CONSTRUCTOR",
    };

    // Its text ends with a name or a bracket, and has no operator outside of brackets.
    private static bool IsSimple(JsonElement operand) => Text(operand, "class") switch
    {
        "COLUMN_REF" or "CAST" => true,
        "FUNCTION" => !operand.GetProperty("is_operator").GetBoolean() && !SqlRewrite.Replaces(
            Text(operand, "function_name").ToLowerInvariant(), operand.GetProperty("children").GetArrayLength()),
        _ => Text(operand, "type") == "ARRAY_CONSTRUCTOR",
    };

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
