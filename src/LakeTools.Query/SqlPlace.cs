using System.Text;

namespace LakeTools.Query;

/// <summary>A place in a statement, as Athena writes it.</summary>
internal static class SqlPlace
{
    /// <summary>The place of a byte.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="offset">How many bytes of UTF-8 are before it.</param>
    /// <returns>Such as <c>line 1:15</c>; both begin with 1.</returns>
    public static string Of(string sql, long offset)
    {
        var bytes = Encoding.UTF8.GetBytes(sql);
        var before = Encoding.UTF8.GetString(bytes.AsSpan(0, (int)Math.Clamp(offset, 0, bytes.Length)));
        var line = before.AsSpan().Count('\n') + 1;
        return FormattableString.Invariant($"line {line}:{before.Length - before.LastIndexOf('\n')}");
    }
}
