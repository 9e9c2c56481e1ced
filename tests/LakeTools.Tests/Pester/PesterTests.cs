namespace LakeTools.Tests.Pester;

/// <summary>Every It of the Pester files as a case of its own.</summary>
public sealed class PesterTests
{
    public static async Task<IEnumerable<ITheoryDataRow>> Cases()
    {
        var files = PesterFile.All().ToList();
        var runs = await Task.WhenAll(files.Select(PesterFile.RunAsync));
        return files.Zip(runs).SelectMany(pair => pair.Second.Tests.Select((test, index) =>
            new TheoryDataRow<string, int>(pair.First, index) { TestDisplayName = $"{pair.First}: {test.Path}" }));
    }

    public static TheoryData<string> Files() => new(PesterFile.All());

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public async Task It(string file, int index)
    {
        var test = (await PesterFile.RunAsync(file)).Tests[index];
        if (test.Result is "Skipped" or "Inconclusive")
            Assert.Skip(test.Because is { Length: > 0 } because ? because : "skipped in the Pester file");
        if (test.Result != "Passed") Assert.Fail(test.Error ?? test.Result);
    }

    /// <summary>A file that finds no test, or whose blocks break, fails: a silent file would look like a passing one.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public async Task FileRuns(string file)
    {
        var run = await PesterFile.RunAsync(file);
        Assert.Empty(run.BlockErrors);
        Assert.NotEmpty(run.Tests);
    }
}
