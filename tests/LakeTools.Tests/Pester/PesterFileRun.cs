namespace LakeTools.Tests.Pester;

/// <summary>How a Pester file went.</summary>
/// <param name="Seconds">How long it took.</param>
/// <param name="Tests">Its tests.</param>
/// <param name="Broken">The errors of its containers and blocks: of its discovery, and of what stands before and after its tests.</param>
internal sealed record PesterFileRun(double Seconds, IReadOnlyList<PesterResult> Tests, IReadOnlyList<string> Broken);
