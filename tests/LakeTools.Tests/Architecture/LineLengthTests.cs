using System.Globalization;

namespace LakeTools.Tests.Architecture;

/// <summary>
/// Holds .editorconfig's max_line_length, which no compiler does. What is longer still is listed with its count, which only shrinks.
/// </summary>
public sealed class LineLengthTests
{
    private const int Most = 140;

    private static readonly string s_list = Path.Combine(Repository.Root, "tests", "LakeTools.Tests", "Architecture", "long-lines.txt");

    /// <summary>Each line of the list is a count and a file.</summary>
    [Fact]
    public void LinesAreShort()
    {
        var allowed = File.ReadLines(s_list).Select(line => line.Split(' ', 2))
            .ToDictionary(parts => parts[1], parts => int.Parse(parts[0], CultureInfo.InvariantCulture));
        var found = Files().Select(file =>
            (File: file, Count: File.ReadLines(Path.Combine(Repository.Root, file)).Count(line => line.Length > Most)))
            .Where(each => each.Count > 0).ToDictionary(each => each.File, each => each.Count);
        Assert.Empty(found.Where(each => each.Value > allowed.GetValueOrDefault(each.Key)));
    }

    private static IEnumerable<string> Files() => ((string[])["src", "tests"])
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(folder => folder is "obj" or "bin"));
}
