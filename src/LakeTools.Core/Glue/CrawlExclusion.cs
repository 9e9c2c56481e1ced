using System.Text;
using System.Text.RegularExpressions;

namespace LakeTools.Core.Glue;

/// <summary>
/// A pattern of what a crawl leaves out, relative to its folder: <c>*</c> within a folder, <c>**</c> across folders, <c>?</c>,
/// <c>[a-z]</c>,
/// <c>{a,b}</c>, and a backslash before what means itself. Source: AWS Glue developer guide, 'Include and exclude patterns'.
/// </summary>
internal static class CrawlExclusion
{
    /// <summary>Makes the expression that such keys match, in time that grows with their length alone.</summary>
    public static Regex Of(string pattern)
    {
        var text = new StringBuilder("^");
        var depth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var close = pattern[i] == '[' ? pattern.IndexOf(']', i + 2 > pattern.Length ? i : i + 1) : -1;
            switch (pattern[i])
            {
                case '*' when i + 1 < pattern.Length && pattern[i + 1] == '*':
                    text.Append(".*");
                    i++;
                    break;
                case '*':
                    text.Append("[^/]*");
                    break;
                case '?':
                    text.Append("[^/]");
                    break;
                case '[' when close > i + 1:
                    text.Append(pattern[i + 1] is '!' or '^' ? "[^" : "[").Append(Escaped(pattern[(i + 1)..close].TrimStart('!', '^')))
                        .Append(']');
                    i = close;
                    break;
                case '{':
                    text.Append("(?:");
                    depth++;
                    break;
                case '}' when depth > 0:
                    text.Append(')');
                    depth--;
                    break;
                case ',' when depth > 0:
                    text.Append('|');
                    break;
                case '\\' when i + 1 < pattern.Length:
                    text.Append(Regex.Escape(pattern[++i].ToString()));
                    break;
                default:
                    text.Append(Regex.Escape(pattern[i].ToString()));
                    break;
            }
        }

        return new Regex(text.Append(')', depth).Append("$").ToString(), RegexOptions.NonBacktracking | RegexOptions.Singleline);
    }

    // Within a set, where a hyphen keeps its meaning.
    private static string Escaped(string set) =>
        set.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);
}
