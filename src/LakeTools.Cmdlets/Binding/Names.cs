using System.Management.Automation;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Cmdlets;

/// <summary>Names with wildcards, for commands that read.</summary>
internal static class Names
{
    /// <summary>Names in Glue are lowercase, so they are case-insensitive.</summary>
    /// <exception cref="LakeException"><c>PatternInvalid</c>.</exception>
    public static WildcardPattern Pattern(string name) => Checked(name, WildcardOptions.IgnoreCase);

    /// <summary>A pattern whose letters in upper and lower case differ.</summary>
    /// <exception cref="LakeException"><c>PatternInvalid</c>.</exception>
    public static WildcardPattern ExactPattern(string name) => Checked(name, WildcardOptions.None);

    /// <summary>Checks that a name is not a pattern that PowerShell cannot read.</summary>
    /// <exception cref="LakeException"><c>PatternInvalid</c>.</exception>
    public static void Check(string? name)
    {
        if (name is not null) _ = Pattern(name);
    }

    /// <summary>True if the name is a pattern, so that an empty result is not an error.</summary>
    public static bool IsPattern(string? name) => name is null || WildcardPattern.ContainsWildcardCharacters(name);

    /// <summary>The name that a text without wildcards means; null for a pattern. A backtick is before a literal character.</summary>
    public static string? Literal(string name) => IsPattern(name) ? null : new KeyPattern(name).Prefix;

    /// <summary>The pattern that a name alone matches.</summary>
    public static string Escape(string name) => KeyPattern.Escape(name).Replace("]", "`]", StringComparison.Ordinal);

    private static WildcardPattern Checked(string name, WildcardOptions options)
    {
        var pattern = WildcardPattern.Get(name, options);
        try
        {
            _ = pattern.IsMatch(""); // reads the pattern
            return pattern;
        }
        catch (WildcardPatternException error)
        {
            throw Fault.PatternInvalid(name, inner: error);
        }
    }
}
