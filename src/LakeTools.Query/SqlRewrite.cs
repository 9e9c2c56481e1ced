using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using LakeTools.Rules.Queries;

namespace LakeTools.Query;

/// <summary>
/// Replaces calls of aggregates that Athena computes in another way. A macro cannot take their place: it has neither DISTINCT, FILTER nor
/// ORDER BY.
/// </summary>
internal static class SqlRewrite
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
            // Without the correction for a sample.
            [("skewness", 1)] = ("__skewness", ["skewness", "count"]),
            // The arguments after the delimiter may be one array.
            [("concat_ws", 2)] = (null, ["__concat_ws"]),
        }.ToFrozenDictionary();

    /// <summary>Whether calls of a function are replaced.</summary>
    /// <param name="name">The function, in lower case.</param>
    /// <param name="argumentCount">The number of its arguments.</param>
    public static bool Replaces(string name, int argumentCount) => s_instead.ContainsKey((name, argumentCount));

    /// <summary>Whether a statement after <see cref="Apply"/> may have a function that no other one may have.</summary>
    /// <param name="name">The function, in lower case.</param>
    public static bool Calls(string name) => name is "__average" or "__skewness" or "__concat_ws";

    /// <summary>Replaces calls.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="calls">Its calls to be replaced.</param>
    /// <returns>The statement that does as Athena.</returns>
    public static string Apply(string sql, IReadOnlyList<SqlCall> calls)
    {
        if (calls.Count == 0) return sql;
        var edits = new SortedDictionary<int, object>();
        foreach (var call in calls) edits[SqlPlace.IndexOf(sql, call.Offset)] = call;
        // An argument that is repeated has its parameters again, so each has its number.
        foreach (var place in SqlScanner.QuestionMarks(sql)) edits[place] = edits.Count - calls.Count + 1;
        return Text(sql, edits, 0, sql.Length);
    }

    private static string Text(string sql, SortedDictionary<int, object> edits, int start, int end)
    {
        var (text, at) = (new StringBuilder(), start);
        foreach (var (place, edit) in edits.Where(edit => edit.Key >= start && edit.Key < end))
        {
            // Within the arguments of a call before it.
            if (place < at) continue;
            text.Append(sql, at, place - at);
            var name = SqlScanner.EndOfName(sql, place);
            at = edit is SqlCall ? SqlScanner.EndOfCall(sql, place) : name;
            if (edit is SqlCall call)
            {
                // DuckDB knows the place of each call that is written in the usual way.
                if (!sql[place..name].Trim('"').Equals(call.Name, StringComparison.OrdinalIgnoreCase))
                    throw new QueryException($"NOT_SUPPORTED: {SqlPlace.Of(sql, call.Offset)}: Write {call.Name}(...).");
                var (macro, functions) = s_instead[(call.Name, call.ArgumentCount)];
                var rest = Text(sql, edits, name, at);
                var results = string.Join(", ", functions.Select(function => function + rest));
                text.Append(macro is null ? results : $"{macro}({results})");
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"${edit}");
            }
        }

        return text.Append(sql, at, end - at).ToString();
    }
}
