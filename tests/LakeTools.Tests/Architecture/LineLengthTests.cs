namespace LakeTools.Tests.Architecture;

/// <summary>Holds .editorconfig's max_line_length, which no compiler does.</summary>
public sealed class LineLengthTests
{
    private const int Most = 140;

    [Fact]
    public void Lines_are_short() => Assert.DoesNotContain(Files(), IsLong);

    private static bool IsLong(string file) => File.ReadLines(Path.Combine(Repository.Root, file)).Any(line => line.Length > Most);

    private static IEnumerable<string> Files() => ((string[])["src", "tests"])
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(folder => folder is "obj" or "bin"));
}
