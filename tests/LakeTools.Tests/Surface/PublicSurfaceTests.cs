extern alias Generator;

using LakeTools.Tests.Shell;
using Generator::LakeTools.Generator.Errors;

namespace LakeTools.Tests.Surface;

/// <summary>
/// Everything that scripts rely on, against the text that was approved: cmdlets, parameters, the types that they take and emit, and the ids
/// of errors. A change of it is seen in review as a change of public-surface.txt.
/// </summary>
public sealed class PublicSurfaceTests
{
    private const string Approved = "tests/LakeTools.Tests/Surface/public-surface.txt";
    private const string Script = "tests/LakeTools.Tests/Surface/PublicSurface.ps1";
    private const string Accept = "LAKETOOLS_ACCEPT";

    [Fact]
    public async Task The_public_surface_is_the_approved_one()
    {
        var file = Path.Combine(Repository.Root, Approved);
        var built = await ReadAsync();
        if (Environment.GetEnvironmentVariable(Accept) == "1")
            await File.WriteAllTextAsync(file, built, TestContext.Current.CancellationToken);

        var approved = (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        if (built == approved) return;
        var difference = Marked("-", approved, built).Concat(Marked("+", built, approved))
            .DefaultIfEmpty("only the order of lines differs");
        Assert.Fail($"""
            The public surface is not the one of {Approved}:
            {string.Join('\n', difference)}
            If users are to see this change, run this test with {Accept}=1, which rewrites the file, and commit the file with the change.
            """);
    }

    private static async Task<string> ReadAsync()
    {
        string[] arguments = ["-NonInteractive", "-File", Path.Combine(Repository.Root, Script), "-Module", Repository.Module];
        var end = await PwshProcess.RunAsync(arguments);
        Assert.True(end is { ExitCode: 0, Error: "" }, end.Error);
        var ids = string.Concat(ErrorIds().Select(id => $"  LakeTools.{id}\n"));
        return $"{end.Output.ReplaceLineEndings("\n").TrimEnd()}\n\nErrors\n{ids}";
    }

    /// <summary>The ids of errors without their prefix.</summary>
    private static IEnumerable<string> ErrorIds() =>
        ErrorTextReader.Read(Path.Combine(Repository.Root, "src/LakeTools.Rules/Errors/errors.txt")).Select(error => error.Id)
            .Order(StringComparer.Ordinal);

    /// <summary>The lines that another text lacks, each after the heading that it stands under.</summary>
    private static IEnumerable<string> Marked(string mark, string text, string other)
    {
        var known = Qualified(other).ToHashSet();
        return Qualified(text).Where(line => !known.Contains(line)).Select(line => $"{mark} {line}");
    }

    private static IEnumerable<string> Qualified(string text)
    {
        var heading = "";
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith(' '))
            {
                yield return $"{heading}: {line.Trim()}";
                continue;
            }

            heading = line;
            yield return line;
        }
    }
}
