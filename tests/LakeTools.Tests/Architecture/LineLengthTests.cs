namespace LakeTools.Tests.Architecture;

/// <summary>Holds .editorconfig's max_line_length, which no compiler does.</summary>
public sealed class LineLengthTests
{
    private const int Most = 140;

    /// <summary>The files of long-lines.txt have longer ones still, strings for the most part. The list only shrinks.</summary>
    [Fact]
    public void Lines_are_short()
    {
        var listed = File.ReadAllLines(Path.Combine(Repository.Root, "tests/LakeTools.Tests/Architecture/long-lines.txt"));
        Assert.Equal(listed, Files().Where(IsLong).Order(StringComparer.Ordinal));
    }

    private static bool IsLong(string file) => File.ReadLines(Path.Combine(Repository.Root, file)).Any(line => line.Length > Most);

    private static IEnumerable<string> Files() => ((string[])["src", "tests"])
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(folder => folder is "obj" or "bin"));
}
