using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using LakeTools.Local.Glue.Jobs;

namespace LakeTools.Local.Jobs;

/// <summary>
/// The process of one run, from its start to its end. It has a session of its own on Unix, and a console of its own on Windows: Ctrl+C at
/// the terminal stops the command that waits, and not the run.
/// </summary>
internal sealed class JobProcess : IDisposable
{
    private const int SigKill = 9;
    // The program 'setsid' is missing on macOS. -I and -S leave out everything that a start of Python does and these calls do not need.
    private static readonly string[] s_inOwnSession =
        ["-I", "-S", "-c", "import os, sys; os.setsid(); os.execv(sys.argv[1], sys.argv[1:])"];

    // A process that the script left behind may hold the pipes open; its lines are not waited for.
    private static readonly TimeSpan s_drainTime = TimeSpan.FromSeconds(2);

    private readonly Process _process;

    private JobProcess(Process process) => _process = process;

    /// <summary>Starts a program.</summary>
    /// <param name="python">The path of a Python, which gives the program its session.</param>
    /// <param name="program">The path of the program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Its working directory.</param>
    /// <param name="environment">All of its environment.</param>
    public static JobProcess Start(string python, string program, IEnumerable<string> arguments, JobFolder folder,
        IReadOnlyDictionary<string, string> environment)
    {
        var isWindows = OperatingSystem.IsWindows();
        var start = new ProcessStartInfo(isWindows ? program : python)
        {
            WorkingDirectory = folder.Root,
            RedirectStandardInput = true, // kept open: its end tells the script's Python that we are gone
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            CreateNoWindow = true, // on Windows also the console of its own
        };
        if (!isWindows) foreach (var argument in s_inOwnSession.Append(program)) start.ArgumentList.Add(argument);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new JobProcess(Process.Start(start) ?? throw LaunchException.Because($"{program} did not start."));
    }

    /// <summary>Waits for the end and brings the lines to the log.</summary>
    /// <param name="log">The log that takes the lines.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Cancelled to kill the process with all that it started.</param>
    /// <returns>The exit code; null if it was killed.</returns>
    public async Task<int?> WaitAsync(JobLog log, JobRunRecord run, CancellationToken cancellationToken)
    {
        using var drain = new CancellationTokenSource();
        var reading = Task.WhenAll(
            log.ReadAsync(_process.StandardOutput, JobLogGroups.Output(run), drain.Token),
            log.ReadAsync(_process.StandardError, JobLogGroups.Error(run), drain.Token));
        var killed = false;
        try
        {
            await _process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            killed = true;
            _process.Kill(entireProcessTree: true);
            // The tree lacks processes whose parent has ended; they are in the run's process group still.
            if (!OperatingSystem.IsWindows()) _ = Kill(-_process.Id, SigKill);
            await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        drain.CancelAfter(s_drainTime);
        try
        {
            await reading.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The remaining output belongs to other processes and is not waited for.
        }

        return killed ? null : _process.ExitCode;
    }

    public void Dispose() => _process.Dispose();

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
