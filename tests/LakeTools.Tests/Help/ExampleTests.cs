namespace LakeTools.Tests.Help;

/// <summary>
/// Every example of docs runs as it stands: those of a page in order, in one empty folder. So a page's first example makes the lake and
/// what it works on, and a later one goes on from there. What cannot run here says why behind its fence: <c>powershell no-run=an-account</c>.
/// </summary>
public sealed class ExampleTests
{
    public static IEnumerable<ITheoryDataRow> Cases() => ExamplePage.All().SelectMany(page => page.Examples.Select((example, index) =>
        new TheoryDataRow<string, int>(page.Name, index) { TestDisplayName = $"docs {page.Name}: {example.Title} ({index + 1})" }));

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public async Task Runs(string page, int index)
    {
        var example = ExamplePage.All().Single(each => each.Name == page).Examples[index];
        Assert.SkipUnless(example.NotRunBecause is null, $"needs {example.NotRunBecause?.Replace('-', ' ')}");
        var end = (await ExampleRun.EndsAsync())[page][index];
        Assert.SkipWhen(
            end.Id?.StartsWith("LakeTools.JobRuntimeNotFound", StringComparison.Ordinal) == true
                && Environment.GetEnvironmentVariable("LAKETOOLS_REQUIRE_PEERS") != "1",
            "there is no Python with boto3");
        Assert.True(end.Error is null, $"docs/{page}.md, the example in line {example.Code.Line}: {end.Id}\n{end.Error}");
    }

    [Fact]
    public void EachPageHasTwoThatRun() => Assert.All(
        ExamplePage.All().Where(page => page.Name.Contains('-', StringComparison.Ordinal)),
        page => Assert.True(page.Examples.Count >= 2, page.Name));
}
