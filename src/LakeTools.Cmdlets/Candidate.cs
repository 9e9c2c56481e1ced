namespace LakeTools.Cmdlets;

/// <summary>Something that a word may become.</summary>
/// <param name="Name">The value, which begins as the word does.</param>
/// <param name="Tip">What a person should know of it; null where the value says all.</param>
/// <param name="Code">What is put into the line where that is no text in quotes.</param>
internal sealed record Candidate(string Name, string? Tip = null, string? Code = null);
