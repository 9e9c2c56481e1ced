using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LakeTools.Tests.Architecture;

/// <summary>Errors.resx: each id once, thrown somewhere, and on a page where a user finds it.</summary>
public sealed class ErrorTextTests
{
    private static readonly string[] s_names = [.. XDocument.Load(Path.Combine(Repository.Root, "src/LakeTools.Core/Errors/Errors.resx"))
        .Root!.Elements("data").Select(entry => entry.Attribute("name")!.Value)];

    [Fact]
    public void AnIdStandsOnce() => Assert.Equal(s_names.Distinct().Order(StringComparer.Ordinal), s_names.Order(StringComparer.Ordinal));

    [Fact]
    public void AnIdIsDocumented()
    {
        var pages = string.Concat(Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md").Select(File.ReadAllText));
        Assert.DoesNotContain(s_names, name => !pages.Contains($"`LakeTools.{name}`", StringComparison.Ordinal));
    }

    [Fact]
    public void AnIdIsThrown()
    {
        string[] folders = ["src/LakeTools.Core", "src/LakeTools.Cmdlets"];
        var code = string.Concat(folders.SelectMany(folder =>
            Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText));
        Assert.DoesNotContain(s_names, name => !Regex.IsMatch(code, $@"\b(Errors|Texts)\.{name}\b"));
    }
}
