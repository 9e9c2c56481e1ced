namespace LakeTools.Cmdlets;

/// <summary>A completion of a word.</summary>
/// <param name="Name">The value, which begins with the word.</param>
/// <param name="Tip">The tooltip; null if there is none.</param>
/// <param name="Code">The text to insert, if it is not a quoted value.</param>
internal sealed record Candidate(string Name, string? Tip = null, string? Code = null);
