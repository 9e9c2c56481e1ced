using System.Text.Json;
using LakeTools.Tests.Shell;

namespace LakeTools.Tests.Pester;

/// <summary>
/// The Pester files, run once in a few processes side by side: a process each would spend longer on its start than on its tests.
/// </summary>
internal static class PesterFiles
{
    private const int Processes = 2;

    private static readonly string s_script = Path.Combine(Repository.Root, "tests/LakeTools.Tests/Pester/PesterRun.ps1");

    /// <summary>The module's own tests, and those that examples bring along.</summary>
    private static readonly string[] s_folders = ["tests/Pester", "examples"];

    private static readonly Lazy<Task<IReadOnlyDictionary<string, PesterFileRun>>> s_runs =
        new(() => RunAsync([.. All()], Packages.PesterVersion, Processes));

    /// <summary>The files, by their paths inside the repository.</summary>
    public static IEnumerable<string> All() => s_folders
        .SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.Tests.ps1", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal);

    /// <summary>How all files went, by their paths.</summary>
    public static Task<IReadOnlyDictionary<string, PesterFileRun>> RunsAsync() => s_runs.Value;

    /// <summary>Runs files under a version of Pester.</summary>
    /// <exception cref="InvalidOperationException">A process ended before it told how a file went.</exception>
    public static async Task<IReadOnlyDictionary<string, PesterFileRun>> RunAsync(IReadOnlyList<string> files, string pester, int processes)
    {
        if (!File.Exists(Path.Combine(Repository.Module, "LakeTools.psd1")))
            throw new InvalidOperationException("The module is not built: out/LakeTools is missing.");
        using var queue = new TemporaryFolder();
        // The longest first, so that no process is left alone with one at the end.
        var ordered = files.OrderByDescending(file => new FileInfo(Path.Combine(Repository.Root, file)).Length).ToList();
        foreach (var (index, file) in ordered.Index())
            await File.WriteAllTextAsync(Path.Combine(queue.Path, $"{index:000}.next"), Path.Combine(Repository.Root, file));
        var ends = await Task.WhenAll(Enumerable.Range(0, processes).Select(_ => PwshProcess.RunAsync(
            ["-NonInteractive", s_script, "-Queue", queue.Path, "-Pester", Packages.Pester(pester)])));

        var runs = new Dictionary<string, PesterFileRun>();
        foreach (var (index, file) in ordered.Index())
        {
            var result = Path.Combine(queue.Path, $"{index:000}.json");
            if (!File.Exists(result))
            {
                var reasons = ends.Select(end => $"{end.ExitCode}: {end.Error}");
                throw new InvalidOperationException($"{file} has no result.\n{string.Join('\n', reasons)}");
            }

            runs[file] = JsonSerializer.Deserialize<PesterFileRun>(await File.ReadAllTextAsync(result))!;
        }

        return runs;
    }
}
