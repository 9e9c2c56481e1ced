using System.Management.Automation;

namespace LakeTools.Cmdlets;

/// <summary>Names that may hold wildcards, as reading commands take them.</summary>
internal static class Names
{
    /// <summary>Glue's names are in lower case, so case never counts.</summary>
    public static WildcardPattern Pattern(string name) => WildcardPattern.Get(name, WildcardOptions.IgnoreCase);

    /// <summary>True where the name is a pattern and finding nothing is no error.</summary>
    public static bool IsPattern(string? name) => name is null || WildcardPattern.ContainsWildcardCharacters(name);
}
