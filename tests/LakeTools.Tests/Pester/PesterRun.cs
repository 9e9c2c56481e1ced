namespace LakeTools.Tests.Pester;

/// <summary>How the tests of a file went.</summary>
internal sealed record PesterRun(IReadOnlyList<PesterResult> Tests, IReadOnlyList<string> BlockErrors);
