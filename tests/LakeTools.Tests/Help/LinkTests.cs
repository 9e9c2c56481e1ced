using System.Text.RegularExpressions;

namespace LakeTools.Tests.Help;

/// <summary>What a page links to inside the repository is there.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => new(((string[])["", "docs", "examples", "src"])
        .SelectMany(folder => Directory.GetFiles(
            Path.Combine(Repository.Root, folder), "*.md", folder.Length == 0
                ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository.Root, file))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any()));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere(string page)
    {
        var file = Path.Combine(Repository.Root, page);
        var links = Link().Matches(Code().Replace(File.ReadAllText(file), "")).Select(match => match.Groups[1].Value.Split('#')[0])
            .Where(link => link.Length > 0 && !link.Contains(':', StringComparison.Ordinal));
        Assert.All(links, link =>
        {
            var target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, link));
            Assert.True(File.Exists(target) || Directory.Exists(target), link);
        });
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?s)```.*?```|`[^`\n]*`")]
    private static partial Regex Code();
}
