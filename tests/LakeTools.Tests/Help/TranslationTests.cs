using System.Text.RegularExpressions;
using LakeTools.Help.Markdown;

namespace LakeTools.Tests.Help;

/// <summary>A page and its translation say the same: headings, code, tables and what they link to.</summary>
public sealed partial class TranslationTests
{
    public static TheoryData<string, string> Pages => new()
    {
        { "README.md", "README.ja.md" },
        { "docs/about/about_LakeFromBoto3.md", "docs/ja/boto3.md" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void Has_the_same_form(string page, string translation)
    {
        var (own, other) = (Read(page), Read(translation));
        Assert.Equal(Headings(page, own), Headings(translation, other));
        Assert.Equal(Codes(own), Codes(other));
        Assert.Equal(Rows(own), Rows(other));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Each_links_to_the_other(string page, string translation)
    {
        Assert.Contains(FullPath(translation), Links(page));
        Assert.Contains(FullPath(page), Links(translation));
    }

    /// <summary>The levels of the headings.</summary>
    private static IEnumerable<int> Headings(string page, IEnumerable<Block> blocks)
    {
        var levels = blocks.OfType<Heading>().Select(heading => heading.Level).ToList();
        Assert.True(levels.Count(level => level == 1) == 1, $"{page} has one title.");
        return levels;
    }

    /// <summary>Code without its comments.</summary>
    private static IEnumerable<string> Codes(IEnumerable<Block> blocks) => blocks.OfType<Code>()
        .Select(code => code.Info + "\n" + string.Join('\n', code.Lines.Select(line => Comment().Replace(line, "").TrimEnd())));

    /// <summary>Code and links of each row; the words are the language's.</summary>
    private static IEnumerable<string> Rows(IEnumerable<Block> blocks) => blocks.OfType<Table>().SelectMany(table => table.Rows)
        .Select(row => string.Join(' ', row.SelectMany(cell => CodeOrLink().Matches(cell)).Select(match => match.Value)));

    private static IReadOnlyList<string> Links(string page) => [.. Link().Matches(File.ReadAllText(Path.Combine(Repository.Root, page)))
        .Select(match => match.Groups[1].Value).Where(link => !link.StartsWith("http", StringComparison.Ordinal) && !link.StartsWith('#'))
        .Select(link => Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, link)))];

    private static string FullPath(string page) => Path.GetFullPath(Path.Combine(Repository.Root, page));

    private static IReadOnlyList<Block> Read(string page) => MarkdownReader.Read(Path.Combine(Repository.Root, page));

    [GeneratedRegex(@"\s+# .*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<=\]\()[^)]+(?=\))|`[^`]+`")]
    private static partial Regex CodeOrLink();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
