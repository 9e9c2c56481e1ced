using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace LakeTools.Local.Jobs;

/// <summary>Finds the Python that runs jobs: the first on the PATH that has boto3, else the system's own, else any.</summary>
internal static class PythonRuntime
{
    private const string Probe = "import sys, importlib.util as u; print(sys.executable, 'boto3' if u.find_spec('boto3') else '', sep='|')";
    private static readonly TimeSpan s_probeTime = TimeSpan.FromSeconds(15);
    private static readonly ConcurrentDictionary<string, Found?> s_probed = new();

    /// <summary>The Python to run a script with.</summary>
    /// <param name="script">The script's text: one that speaks of boto3 needs a Python that has it.</param>
    /// <returns>The interpreter's path.</returns>
    /// <exception cref="LaunchException">There is none.</exception>
    public static string For(string script)
    {
        var found = Candidates().Select(path => s_probed.GetOrAdd(path, ProbeAt)).OfType<Found>().ToList();
        if (found.Count == 0) throw LaunchException.RuntimeNotFound(
            "no python3 is on the PATH. A pythonshell job needs Python 3 with boto3.");
        if (found.Find(python => python.HasBoto3) is { } best) return best.Path;
        if (!script.Contains("boto3", StringComparison.Ordinal)) return found[0].Path;
        throw LaunchException.RuntimeNotFound(
            $"the script uses boto3, and {string.Join(", ", found.Select(python => python.Path).Distinct())} cannot import it. "
            + "Install it, for example with 'pip install boto3' or 'apt-get install python3-boto3'.");
    }

    private static IEnumerable<string> Candidates()
    {
        string[] names = OperatingSystem.IsWindows() ? ["python3.exe", "python.exe"] : ["python3"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Append("/usr/bin").Where(Path.IsPathRooted).SelectMany(_ => names, Path.Combine).Where(File.Exists).Distinct();
    }

    private static Found? ProbeAt(string path)
    {
        var start = new ProcessStartInfo(path) { RedirectStandardOutput = true, RedirectStandardError = true,
            RedirectStandardInput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Probe);
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(s_probeTime))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }

            return process.ExitCode == 0 && output.GetAwaiter().GetResult().Trim().Split('|') is [var executable, var boto3]
                ? new Found(executable, boto3.Length > 0)
                : null;
        }
        catch (Win32Exception)
        {
            return null; // not a program, such as a stub of an app store
        }
    }

    private sealed record Found(string Path, bool HasBoto3);
}
