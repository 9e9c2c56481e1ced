using System.Collections.Concurrent;
using LakeTools.Host;
using LakeTools.Host.Pester;

namespace LakeTools.Tests.Pester;

/// <summary>A Pester file, run once in a session of its own; at most two files run side by side.</summary>
internal static class PesterFile
{
    private const int StackSize = 16 * 1024 * 1024; // the engine recurses deeply
    private static readonly SemaphoreSlim s_atOnce = new(2);
    private static readonly ConcurrentDictionary<string, Task<TestRun>> s_runs = new();

    /// <summary>The folder of the files.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Pester");

    /// <summary>The files, by their paths inside the folder.</summary>
    public static IEnumerable<string> All() =>
        Directory.GetFiles(Folder, "*.Tests.ps1", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal);

    /// <summary>How the file's tests went.</summary>
    public static Task<TestRun> RunAsync(string file) => s_runs.GetOrAdd(file, static name =>
    {
        var end = new TaskCompletionSource<TestRun>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Run(name, end), StackSize) { IsBackground = true };
        thread.Start();
        return end.Task;
    });

    private static void Run(string name, TaskCompletionSource<TestRun> end)
    {
        s_atOnce.Wait();
        try
        {
            if (!File.Exists(Path.Combine(Repository.Module, "LakeTools.psd1"))) throw new InvalidOperationException("The module is not built: out/LakeTools is missing.");
            using var session = HostedSession.Open(new HostedSessionOptions { NonInteractive = true });
            var result = session.Invoke("Set-Location $args[0]; Invoke-Pester -Path $args[1] -Output None -PassThru", Repository.Root, Path.Combine(Folder, name));
            end.SetResult((TestRun)result.Output.Select(item => item.BaseObject).Last(item => item is TestRun));
        }
        catch (Exception exception)
        {
            end.SetException(exception);
        }
        finally
        {
            s_atOnce.Release();
        }
    }
}
