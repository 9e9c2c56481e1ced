using System.Collections.Concurrent;
using System.Text.Json;
using LakeTools.Tests.Host;

namespace LakeTools.Tests.Pester;

/// <summary>A Pester file, run once in a host process of its own, as a user runs it; at most two files run side by side.</summary>
internal static class PesterFile
{
    private static readonly SemaphoreSlim s_atOnce = new(2);
    private static readonly ConcurrentDictionary<string, Task<PesterRun>> s_runs = new();

    // The result goes to a file: what tests write to the streams is theirs.
    private const string Script = """
        $result = Invoke-Pester -Path '{0}' -Output None -PassThru
        @{{
            Tests = @($result.Tests | ForEach-Object {{
                $problem = if ($_.ErrorRecord) {{ $_.ErrorRecord.Exception.Message + "`n" + $_.ErrorRecord.ScriptStackTrace }}
                @{{ Path = $_.Path; Result = $_.Result; Because = $_.Because; Error = $problem }}
            }})
            BlockErrors = @($result.BlockErrors | ForEach-Object {{ "$_`n$($_.ScriptStackTrace)" }})
        }} | ConvertTo-Json -Depth 4 | Set-Content -LiteralPath '{1}'
        """;

    /// <summary>The module's own tests, and those that examples bring along.</summary>
    private static readonly string[] s_folders = ["tests/Pester", "examples"];

    /// <summary>The files, by their paths inside the repository.</summary>
    public static IEnumerable<string> All() => s_folders
        .SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.Tests.ps1", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal);

    /// <summary>How the file's tests went.</summary>
    public static Task<PesterRun> RunAsync(string file) => s_runs.GetOrAdd(file, RunOnceAsync);

    private static async Task<PesterRun> RunOnceAsync(string name)
    {
        await s_atOnce.WaitAsync();
        try
        {
            if (!File.Exists(Path.Combine(Repository.Module, "LakeTools.psd1")))
                throw new InvalidOperationException("The module is not built: out/LakeTools is missing.");
            using var folder = new TemporaryFolder();
            var result = Path.Combine(folder.Path, "result.json");
            var end = await HostProcess.RunAsync(
                ["-NonInteractive", "-Command", string.Format(null, Script, Path.Combine(Repository.Root, name), result)]);
            if (!File.Exists(result)) throw new InvalidOperationException(
                $"{name} ended with exit code {end.ExitCode} and no result.\n{end.Output}\n{end.Error}");
            return JsonSerializer.Deserialize<PesterRun>(await File.ReadAllTextAsync(result))!;
        }
        finally
        {
            s_atOnce.Release();
        }
    }
}
