namespace LakeTools.Host.Pester;

/// <summary>How a run went.</summary>
public sealed class TestRun
{
    /// <summary>Every test, in the order in which they ran.</summary>
    public List<TestCase> Tests { get; } = [];

    /// <summary>Errors of discovery and of AfterAll.</summary>
    public List<ErrorRecord> BlockErrors { get; } = [];

    public int PassedCount => Count("Passed");

    public int FailedCount => Count("Failed");

    public int SkippedCount => Count("Skipped") + Count("Inconclusive");

    /// <summary>Passed or Failed.</summary>
    public string Result => FailedCount + BlockErrors.Count == 0 && Tests.Count > 0 ? "Passed" : "Failed";

    private int Count(string result) => Tests.Count(test => test.Result == result);
}
