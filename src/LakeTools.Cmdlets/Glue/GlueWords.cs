namespace LakeTools.Cmdlets.Glue;

/// <summary>Words as PowerShell's users write them, as Glue writes them.</summary>
internal static class GlueWords
{
    /// <summary><c>UpdateInDatabase</c> is <c>UPDATE_IN_DATABASE</c>; null stays null.</summary>
    public static string? Of(string? word) => word is null ? null : string.Concat(word.Select((letter, i) =>
        i > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{char.ToUpperInvariant(letter)}"));
}
