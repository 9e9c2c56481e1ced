namespace LakeTools.Tests.Pester;

/// <summary>How one It went.</summary>
internal sealed record PesterResult(string Path, string Result, string? Because, string? Error);
