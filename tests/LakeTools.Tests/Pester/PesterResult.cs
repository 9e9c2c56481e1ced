namespace LakeTools.Tests.Pester;

/// <summary>How one It went.</summary>
/// <param name="Path">The names of its blocks and its own.</param>
/// <param name="Result">Pester's word for it: Passed, Failed, Skipped, Inconclusive or NotRun.</param>
/// <param name="Error">Why it failed, or why it was skipped.</param>
internal sealed record PesterResult(string Path, string Result, string Error);
