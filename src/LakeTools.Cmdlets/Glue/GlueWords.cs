namespace LakeTools.Cmdlets.Glue;

/// <summary>Words as PowerShell's users write them, as Glue writes them.</summary>
internal static class GlueWords
{
    private static readonly string[] s_several =
    [
        "ON_DEMAND",
        "UPDATE_IN_DATABASE", "DEPRECATE_IN_DATABASE", "DELETE_FROM_DATABASE",
        "CRAWL_EVERYTHING", "CRAWL_NEW_FOLDERS_ONLY", "CRAWL_EVENT_MODE",
    ];

    /// <summary><c>UpdateInDatabase</c>, in any case, is <c>UPDATE_IN_DATABASE</c>; null stays null.</summary>
    public static string? Of(string? word) => word is null ? null
        : Array.Find(s_several, several => string.Equals(Joined(several), word, StringComparison.OrdinalIgnoreCase))
            ?? word.ToUpperInvariant();

    /// <summary>The word without the lines between its parts.</summary>
    public static string Joined(string word) => word.Replace("_", "", StringComparison.Ordinal);
}
