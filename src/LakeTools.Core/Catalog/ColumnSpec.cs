using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Catalog;

/// <summary>Parses columns in the form <c>name:type</c> or <c>name:type:comment</c>.</summary>
public static class ColumnSpec
{
    /// <summary>The maximum length of a name in Glue, in characters.</summary>
    private const int MaximumNameLength = 255;

    private const int MaximumCommentLength = 255;

    /// <summary>Parses a column. The type may contain colons, as <c>struct&lt;a:int&gt;</c> does.</summary>
    /// <param name="text">Such as <c>amount:decimal(10,2):in euro</c>.</param>
    /// <returns>The column, its name in lower case and its type in Glue's form.</returns>
    /// <exception cref="LakeException"><c>ColumnSpecInvalid</c> or <c>ColumnTypeInvalid</c>.</exception>
    public static GlueColumn Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) throw Invalid(text, "it has no ':' between a name and a type");
        var type = HiveType.ReadPrefix(text[(colon + 1)..], out var comment);
        return Check(text, text[..colon], type, comment);
    }

    /// <summary>Parses the columns of a text that a CSV file has in place of a list: <c>id:int, amount:decimal(10,2)</c>.</summary>
    /// <param name="text">The columns. A comma in a type or a comment is not one between two columns.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="LakeException"><c>ColumnSpecInvalid</c> or <c>ColumnTypeInvalid</c>.</exception>
    public static IEnumerable<GlueColumn> ParseList(string text)
    {
        var start = 0;
        for (var at = text.IndexOf(','); at >= 0; at = text.IndexOf(',', at + 1))
        {
            if (!IsStart(text[start..at]) || !IsStart(text[(at + 1)..])) continue;
            yield return Parse(text[start..at]);
            start = at + 1;
        }

        if (!string.IsNullOrWhiteSpace(text)) yield return Parse(text[start..]);
    }

    private static bool IsStart(string text) => text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        && !text[..colon].Contains(',', StringComparison.Ordinal) && HiveType.IsPrefix(text[(colon + 1)..]);

    /// <summary>Makes a column of its parts.</summary>
    /// <param name="name">The name.</param>
    /// <param name="type">The type.</param>
    /// <param name="comment">A note, or null.</param>
    /// <returns>The column.</returns>
    /// <exception cref="LakeException"><c>ColumnSpecInvalid</c> or <c>ColumnTypeInvalid</c>.</exception>
    public static GlueColumn Make(string? name, string? type, string? comment)
    {
        if (string.IsNullOrWhiteSpace(type)) throw Invalid(name ?? "", "it has no Type");
        return Check(name ?? "", name ?? "", HiveType.Normalize(type), comment);
    }

    /// <summary>Refuses two columns with the same name, including partition keys.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="partitionKeys">The partition keys.</param>
    /// <exception cref="LakeException"><c>DuplicateColumn</c>.</exception>
    public static void CheckDistinct(IEnumerable<GlueColumn> columns, IEnumerable<GlueColumn> partitionKeys)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in columns.Concat(partitionKeys))
        {
            if (!seen.Add(column.Name))
                throw Fault.DuplicateColumn(column.Name);
        }
    }

    /// <summary>Checks the name of a column.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The name as Glue stores it.</returns>
    /// <exception cref="LakeException"><c>ColumnSpecInvalid</c>.</exception>
    public static string CheckName(string? name) => CheckName(name ?? "", name ?? "");

    private static string CheckName(string spec, string name)
    {
        var plain = name.Trim().ToLowerInvariant();
        if (plain.Length == 0) throw Invalid(spec, "it has no name");
        if (plain.Length > MaximumNameLength)
            throw Invalid(spec, $"its name has {plain.Length} characters, and at most {MaximumNameLength} are allowed");
        return plain.Any(char.IsControl) ? throw Invalid(spec, "its name has a control character") : plain;
    }

    private static GlueColumn Check(string spec, string name, string type, string? comment)
    {
        var plain = CheckName(spec, name);
        if (comment?.Length > MaximumCommentLength)
            throw Invalid(spec, $"its comment has {comment.Length} characters, and at most {MaximumCommentLength} are allowed");
        return new GlueColumn(plain, type, string.IsNullOrEmpty(comment) ? null : comment);
    }

    private static LakeException Invalid(string spec, string why) =>
        Fault.ColumnSpecInvalid(spec, why);
}
