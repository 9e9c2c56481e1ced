using System.Text.RegularExpressions;
using LakeTools.Help.Markdown;
using LakeTools.Help.Pages;

namespace LakeTools.Tests.Help;

/// <summary>
/// Every example of docs and of README runs as it stands: those of a page in order, in one empty folder. So a page's first
/// example makes the lake and what it works on, and a later one goes on from there. What cannot run here says why behind its
/// fence: <c>powershell no-run=an-account</c>.
/// </summary>
public sealed partial class ExampleTests
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
        var place = $"{page}.md, the example in line {example.Code.Line}";
        var expected = ErrorForm().Match(example.Code.Info) is { Success: true } form ? form.Groups[1].Value : null;
        Assert.True(end.Id?.Split(',')[0] == expected, $"{place}: {end.Id}\n{end.Error}\n{end.Place}");
        if (example.Remarks.OfType<Code>().FirstOrDefault() is not { } shown) return;
        // Words alone: how wide the columns are is the views' business.
        var words = Words(string.Join(' ', shown.Lines));
        Assert.True(words.EndsWith(Words(end.Error ?? end.Output!), StringComparison.Ordinal),
            $"{place} shows:\n{end.Error ?? end.Output}");
    }

    [Fact]
    public void Each_page_has_two_that_run() => Assert.All(
        ExamplePage.All().Where(page => char.IsUpper(page.Name[0]) && page.Name.Contains('-', StringComparison.Ordinal)),
        page => Assert.True(page.Examples.Count >= 2, page.Name));

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@" error=([\w.]+)")]
    private static partial Regex ErrorForm();
}
