using LakeTools.Tests.Shell;

namespace LakeTools.Tests.Pester;

/// <summary>Every It of the Pester files as a case of its own.</summary>
public sealed class PesterTests
{
    public static async Task<IEnumerable<ITheoryDataRow>> Cases() =>
        (await PesterFiles.RunsAsync()).SelectMany(run => run.Value.Tests.Select((test, index) =>
            new TheoryDataRow<string, int>(run.Key, index) { TestDisplayName = $"{run.Key}: {test.Path}" }));

    public static TheoryData<string> Files() => new(PesterFiles.All());

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public async Task It(string file, int index)
    {
        var test = (await PesterFiles.RunsAsync())[file].Tests[index];
        if (test.Result is "Skipped" or "Inconclusive")
            Assert.Skip(test.Error is { Length: > 0 } reason ? reason : "Skipped in the Pester file.");
        if (test.Result != "Passed") Assert.Fail($"{test.Result}: {test.Error}");
    }

    /// <summary>A file that finds no test, or whose blocks break, fails: a silent file would look like a passing one.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_has_tests_and_nothing_around_them_fails(string file)
    {
        var run = (await PesterFiles.RunsAsync())[file];
        TestContext.Current.SendDiagnosticMessage($"{file}: {run.Tests.Count} tests in {run.Seconds:0.0} s");
        Assert.Empty(run.Broken);
        Assert.NotEmpty(run.Tests);
    }

    /// <summary>One area under the next Pester as well. All of them: LAKETOOLS_PESTER=6.2.0.</summary>
    [Theory]
    [InlineData("tests/Pester/GlueTable.Tests.ps1")]
    public async Task Under_the_next_Pester_a_file_passes_too(string file)
    {
        var run = (await PesterFiles.RunAsync([file], Packages.NextPesterVersion, 1))[file];
        Assert.Empty(run.Broken);
        Assert.NotEmpty(run.Tests);
        Assert.All(run.Tests, test => Assert.Equal(("Passed", ""), (test.Result, test.Error)));
    }
}
