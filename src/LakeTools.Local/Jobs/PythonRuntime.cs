using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace LakeTools.Local.Jobs;

/// <summary>Finds the Python that runs jobs: the first on the PATH that has boto3, otherwise the system's own, else any.</summary>
internal static class PythonRuntime
{
    // In a session of its own, so that Ctrl+C at the terminal does not end it and make this Python look unusable.
    private const string Probe = "import os, sys, importlib.util as u; getattr(os, 'setsid', lambda: None)();"
        + " print(sys.executable, 'boto3' if u.find_spec('boto3') else '', sep='|')";
    private static readonly TimeSpan s_probeTime = TimeSpan.FromSeconds(15);
    private static readonly ConcurrentDictionary<string, Found> s_found = new();

    /// <summary>The Python to run a script with.</summary>
    /// <param name="script">The script's text: one that speaks of boto3 needs a Python that has it.</param>
    /// <returns>The interpreter's path.</returns>
    /// <exception cref="LaunchException">It does not exist.</exception>
    public static string For(string script)
    {
        var found = All();
        if (found.Find(python => python.HasBoto3) is { } best) return best.Path;
        if (!script.Contains("boto3", StringComparison.Ordinal)) return found[0].Path;
        throw LaunchException.RuntimeNotFound(
            $"the script uses boto3, and {string.Join(", ", found.Select(python => python.Path).Distinct())} cannot import it. "
            + "Install it, for example with 'pip install boto3' or 'apt-get install python3-boto3'.");
    }

    /// <summary>A Python, whatever it has.</summary>
    /// <returns>The interpreter's path.</returns>
    /// <exception cref="LaunchException">It does not exist.</exception>
    public static string Any() => All()[0].Path;

    private static List<Found> All()
    {
        var found = Candidates().Select(FindAt).OfType<Found>().ToList();
        if (found.Count > 0) return found;
        throw LaunchException.RuntimeNotFound("no python3 is on the PATH. A job needs Python 3, and most need boto3 in it.");
    }

    // A runtime that was not usable is probed again: something may have ended the probe.
    private static Found? FindAt(string path)
    {
        if (s_found.TryGetValue(path, out var known)) return known;
        return ProbeAt(path) is { } found ? s_found.GetOrAdd(path, found) : null;
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
            RedirectStandardInput = true, CreateNoWindow = true };
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
