using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using LakeTools.Rules.Queries;

namespace LakeTools.Query;

/// <summary>
/// Replaces what Athena does in another way, and what a macro cannot take the place of: calls of aggregates, because a macro has neither
/// DISTINCT, FILTER nor ORDER BY, and literals.
/// </summary>
/// <param name="sql">The statement.</param>
internal sealed class SqlRewrite(string sql)
{
    /// <summary>What is called instead: a macro with the results of functions of the same arguments, or one function alone.</summary>
    private static readonly FrozenDictionary<(string Name, int ArgumentCount), (string? Macro, string[] Functions)> s_instead =
        new Dictionary<(string Name, int ArgumentCount), (string? Macro, string[] Functions)>
        {
            [("approx_distinct", 1)] = (null, ["approx_count_distinct"]),
            // A value that is null is no reason to take that of another row.
            [("max_by", 2)] = (null, ["arg_max_null"]),
            [("max_by", 3)] = (null, ["arg_max_nulls_last"]),
            [("min_by", 2)] = (null, ["arg_min_null"]),
            [("min_by", 3)] = (null, ["arg_min_nulls_last"]),
            [("arbitrary", 1)] = (null, ["any_value"]),
            // The average of decimals is a decimal.
            [("avg", 1)] = ("__average", ["avg", "sum", "count"]),
            // The values are counts.
            [("entropy", 1)] = ("__entropy", ["list"]),
            // What is not finite is null.
            [("corr", 2)] = ("__finite", ["corr"]),
            [("regr_slope", 2)] = ("__finite", ["regr_slope"]),
            [("regr_intercept", 2)] = ("__finite", ["regr_intercept"]),
            // Without the correction for a sample.
            [("skewness", 1)] = ("__skewness", ["skewness", "count"]),
            // The arguments after the delimiter may be one array.
            [("concat_ws", 2)] = (null, ["__concat_ws"]),
        }.ToFrozenDictionary();

    // By their places, with the text that comes there.
    private readonly SortedDictionary<int, (int End, Func<string> Text)> _edits = [];

    /// <summary>Whether calls of a function are replaced.</summary>
    /// <param name="name">The function, in lower case.</param>
    /// <param name="argumentCount">The number of its arguments.</param>
    public static bool Replaces(string name, int argumentCount) => s_instead.ContainsKey((name, argumentCount));

    /// <summary>Whether a statement after <see cref="Apply"/> may have a function that no other one may have.</summary>
    /// <param name="name">The function, in lower case.</param>
    public static bool Calls(string name) =>
        name is "__average" or "__skewness" or "__entropy" or "__finite" or "__concat_ws" or "__elements" or "__field" or "__equal";

    /// <summary>Replaces a call of a function.</summary>
    /// <param name="function">The function, in lower case.</param>
    /// <param name="argumentCount">The number of its arguments.</param>
    /// <param name="offset">The place of its name: bytes from the statement's start.</param>
    public void Replace(string function, int argumentCount, long offset)
    {
        var place = SqlPlace.IndexOf(sql, offset);
        var (name, end) = (SqlScanner.EndOfName(sql, place), SqlScanner.EndOfCall(sql, place));
        Add(place, end, () =>
        {
            // DuckDB knows the place of each call that is written in the usual way.
            if (!sql[place..name].Trim('"').Equals(function, StringComparison.OrdinalIgnoreCase))
                throw new QueryException($"NOT_SUPPORTED: {SqlPlace.Of(sql, offset)}: Write {function}(...).");
            var (macro, functions) = s_instead[(function, argumentCount)];
            var rest = Text(name, end);
            var results = string.Join(", ", functions.Select(each => each + rest));
            return macro is null ? results : $"{macro}({results})";
        });
    }

    /// <summary>Replaces UNNEST of an array, whose entries become columns if they are rows.</summary>
    /// <param name="offset">The place of its name: bytes from the statement's start.</param>
    /// <param name="count">The number of names for its columns.</param>
    public void ReplaceUnnest(long offset, int count)
    {
        var place = SqlPlace.IndexOf(sql, offset);
        var (name, end) = (SqlScanner.EndOfName(sql, place), SqlScanner.EndOfCall(sql, place));
        Add(place, end, () =>
        {
            var fields = Enumerable.Range(1, count).Select(i => FormattableString.Invariant($"__field(\"__e\", {i}, {count})"));
            return count < 2 ? $"UNNEST(__elements{Text(name, end)})"
                : $"(SELECT {string.Join(", ", fields)} FROM UNNEST{Text(name, end)} AS \"__u\"(\"__e\"))";
        });
    }

    /// <summary>Replaces a name in ORDER BY by what it represents in the result.</summary>
    /// <param name="name">The name.</param>
    /// <param name="offset">Its place: bytes from the statement's start.</param>
    /// <param name="item">The place of what it represents in the list of SELECT.</param>
    /// <returns>False if the text has it in another form.</returns>
    public bool TryReplaceName(string name, long offset, int item)
    {
        var place = SqlPlace.IndexOf(sql, offset);
        var end = SqlScanner.EndOfName(sql, place);
        var items = SqlScanner.SelectItems(sql, place);
        if (item >= items.Count || !IsName(sql[place..end]) || !IsName(items[item].Name)) return false;
        Add(place, end, () => $"({Text(items[item].Start, items[item].End)})");
        return true;

        bool IsName(string text) => text.Trim('"').Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Replaces a comparison of rows, arrays or maps by one in which a null is unknown.</summary>
    /// <param name="operands">The places and ends of its operands: the left one, and the one or those of IN.</param>
    /// <param name="end">Its end.</param>
    /// <param name="isNot">True for the opposite.</param>
    /// <param name="fields">Of each operand that is a row: its fields, and whether they are rows, arrays or maps.</param>
    public void ReplaceComparison(IReadOnlyList<(int Start, int End)> operands, int end, bool isNot,
        IReadOnlyList<IReadOnlyList<(int Start, int End, bool IsNested)>?> fields)
    {
        var left = operands[0];
        var first = SqlScanner.EndOfName(sql, left.Start);
        Add(left.Start, end, () => (isNot ? "(NOT (" : "((")
            + string.Join(" OR ", Enumerable.Range(1, operands.Count - 1).Select(Equality)) + "))");

        // Rows field by field, so that the condition of a join remains one.
        string Equality(int i) => fields[0]?.Count is { } count && fields[i]?.Count == count
            ? $"({string.Join(" AND ", fields[0]!.Zip(fields[i]!, FieldEquality))})"
            // This edit is at the beginning of the left operand.
            : $"__equal({sql[left.Start..first]}{Text(first, left.End)}, {Text(operands[i].Start, operands[i].End)})";

        string FieldEquality((int Start, int End, bool IsNested) x, (int Start, int End, bool IsNested) y) => x.IsNested || y.IsNested
            ? $"__equal({Text(x.Start, x.End)}, {Text(y.Start, y.End)})" : $"({Text(x.Start, x.End)}) = ({Text(y.Start, y.End)})";
    }

    /// <summary>The statement that does as Athena.</summary>
    public string Apply()
    {
        var isChanged = _edits.Count > 0;
        foreach (var (start, end) in SqlScanner.BinaryLiterals(sql))
            _edits[start] = (end, () => $"unhex('{SqlLiteral.Hexadecimal(sql, start, end)}')");
        // An argument that is repeated has its parameters again, so each has its number.
        var number = 0;
        if (isChanged)
            foreach (var place in SqlScanner.QuestionMarks(sql))
            {
                var parameter = string.Create(CultureInfo.InvariantCulture, $"${++number}");
                Add(place, place + 1, () => parameter);
            }

        return Text(0, sql.Length);
    }

    private void Add(int place, int end, Func<string> text)
    {
        if (_edits.TryAdd(place, (end, text))) return;
        var offset = Encoding.UTF8.GetByteCount(sql.AsSpan(0, place));
        throw new QueryException($"NOT_SUPPORTED: {SqlPlace.Of(sql, offset)}: Write this in a query of its own.");
    }

    private string Text(int start, int end)
    {
        var (text, at) = (new StringBuilder(), start);
        foreach (var (place, edit) in _edits.Where(edit => edit.Key >= start && edit.Key < end))
        {
            // Within what an edit before it replaces.
            if (place < at) continue;
            text.Append(sql, at, place - at).Append(edit.Text());
            at = edit.End;
        }

        return text.Append(sql, at, end - at).ToString();
    }
}
