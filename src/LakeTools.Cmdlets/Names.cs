using System.Management.Automation;

namespace LakeTools.Cmdlets;

/// <summary>Names with wildcards, for commands that read.</summary>
internal static class Names
{
    /// <summary>Names in Glue are lowercase, so they are case-insensitive.</summary>
    public static WildcardPattern Pattern(string name) => WildcardPattern.Get(name, WildcardOptions.IgnoreCase);

    /// <summary>True if the name is a pattern, so that an empty result is not an error.</summary>
    public static bool IsPattern(string? name) => name is null || WildcardPattern.ContainsWildcardCharacters(name);
}
