using System.Text;

namespace LakeTools.Query;

/// <summary>A place in a statement, as Athena writes it.</summary>
internal static class SqlPlace
{
    /// <summary>The place of a byte.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="offset">The number of UTF-8 bytes before the place.</param>
    /// <returns>Such as <c>line 1:15</c>; both begin with 1.</returns>
    public static string Of(string sql, long offset)
    {
        var before = sql[..IndexOf(sql, offset)];
        var line = before.AsSpan().Count('\n') + 1;
        return FormattableString.Invariant($"line {line}:{before.Length - before.LastIndexOf('\n')}");
    }

    /// <summary>The text from a place on.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="offset">The number of UTF-8 bytes before the place.</param>
    public static string From(string sql, long offset) => sql[IndexOf(sql, offset)..];

    /// <summary>The number of characters before a place.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="offset">The number of UTF-8 bytes before the place.</param>
    public static int IndexOf(string sql, long offset)
    {
        var bytes = Encoding.UTF8.GetBytes(sql);
        return Encoding.UTF8.GetCharCount(bytes, 0, (int)Math.Clamp(offset, 0, bytes.Length));
    }
}
