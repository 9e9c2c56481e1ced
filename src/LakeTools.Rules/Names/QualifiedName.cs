using System.Text.RegularExpressions;

namespace LakeTools.Rules.Names;

/// <summary>
/// Joins names to a text from which they can be told apart: a name that contains what joins them is in backticks. Names in Glue may have
/// dots, so <c>a.b.c</c> could be table c of database a.b or table b.c of database a.
/// </summary>
internal static partial class QualifiedName
{
    private const string Dot = ".";
    private const string Mark = "`";

    /// <summary>Joins names with dots.</summary>
    /// <param name="names">A database, and what is in it.</param>
    /// <returns>Such as <c>sales.orders</c> or <c>`sales.eu`.orders</c>.</returns>
    public static string Of(params IEnumerable<string> names) => string.Join(Dot, names.Select(name => Quoted(name, Dot)));

    /// <summary>A name as it stands beside other names in a text.</summary>
    /// <param name="name">The name.</param>
    /// <param name="joints">What stands between the names of the text.</param>
    /// <returns>The name, in backticks if it contains one of these or starts with a backtick.</returns>
    public static string Quoted(string name, params ReadOnlySpan<string> joints)
    {
        var isPlain = !name.StartsWith(Mark, StringComparison.Ordinal);
        foreach (var joint in joints) isPlain = isPlain && !name.Contains(joint, StringComparison.Ordinal);
        return isPlain ? name : Mark + name.Replace(Mark, Mark + Mark, StringComparison.Ordinal) + Mark;
    }

    /// <summary>Separates names that are joined with dots.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The names. Null if one of them is empty, or there is text beside the backticks of a name.</returns>
    public static IReadOnlyList<string>? Split(string text)
    {
        var names = Name().Matches(text);
        return names.Sum(name => name.Length) != text.Length || text.Length == 0 ? null
            : [.. names.Select(name => name.Groups["plain"] is { Success: true } plain ? plain.Value
                : name.Groups["marked"].Value.Replace(Mark + Mark, Mark, StringComparison.Ordinal))];
    }

    [GeneratedRegex(@"\G(?:`(?<marked>(?:[^`]|``)+)`|(?<plain>[^`.][^.]*))(?:\.(?!\z)|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
