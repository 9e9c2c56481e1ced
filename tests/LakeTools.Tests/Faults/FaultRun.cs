using System.Management.Automation;

namespace LakeTools.Tests.Faults;

/// <summary>What came of a line.</summary>
/// <param name="Output">What it emitted, as text.</param>
/// <param name="Errors">Its errors.</param>
/// <param name="Faults">How many requests were struck.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record FaultRun(IReadOnlyList<string> Output, IReadOnlyList<ErrorRecord> Errors, int Faults, long Milliseconds);
