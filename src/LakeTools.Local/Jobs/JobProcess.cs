using System.Diagnostics;
using System.Text;
using LakeTools.Local.Glue.Jobs;

namespace LakeTools.Local.Jobs;

/// <summary>The process of one run, from its start to its end.</summary>
internal sealed class JobProcess : IDisposable
{
    // A process that the script left behind may hold the pipes open; its lines are not waited for.
    private static readonly TimeSpan s_drainTime = TimeSpan.FromSeconds(2);

    private readonly Process _process;

    private JobProcess(Process process) => _process = process;

    public static JobProcess Start(string program, IEnumerable<string> arguments, JobFolder folder,
        IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder.Root,
            RedirectStandardInput = true, // kept open: its end tells the script's Python that we are gone
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            CreateNoWindow = true,
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new JobProcess(Process.Start(start) ?? throw LaunchException.Because($"{program} did not start."));
    }

    /// <summary>Waits for the end and brings the lines to the log.</summary>
    /// <param name="log">Where the lines go.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Cancelled to kill the process with all that it started.</param>
    /// <returns>The exit code; null where it was killed.</returns>
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
            await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        drain.CancelAfter(s_drainTime);
        try
        {
            await reading.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // What is left is not ours to wait for.
        }

        return killed ? null : _process.ExitCode;
    }

    public void Dispose() => _process.Dispose();
}
