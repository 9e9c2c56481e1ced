using System.Management.Automation.Host;

namespace LakeTools.Cmdlets;

/// <summary>
/// Undoes or counts incomplete changes of a cmdlet if its pipeline ends early. The work continues after the pipeline. Later cmdlets, and
/// the end of the process, wait for it, for ten seconds at most, so that it does not undo changes that were made again.
/// </summary>
internal static class Abandonment
{
    private static readonly TimeSpan s_bodyTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private static readonly object s_gate = new();
    private static Task s_underWay = Task.CompletedTask;

    static Abandonment() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => UnderWay.Wait();

    /// <summary>Ends when all abandonments have ended, or after ten seconds. Does not fail.</summary>
    public static Task UnderWay
    {
        get { lock (s_gate) return s_underWay; }
    }

    /// <summary>Begins the work.</summary>
    /// <param name="body">The body of the cmdlet, which has five seconds to end first.</param>
    /// <param name="work">Undoes or counts changes; returns a warning, or null.</param>
    /// <param name="command">The cmdlet's name.</param>
    /// <param name="host">Shows the warning, because the pipeline accepts no further messages.</param>
    /// <returns>The work. Does not fail.</returns>
    public static Task Begin(Task body, Func<Task<string?>> work, string command, PSHostUserInterface? host)
    {
        var abandonment = Task.Run(() => RunAsync(body, work, command, host));
        var bounded = Task.WhenAny(abandonment, Task.Delay(s_patience));
        lock (s_gate) s_underWay = s_underWay.IsCompleted ? bounded : Task.WhenAll(s_underWay, bounded);
        return abandonment;
    }

    private static async Task RunAsync(Task body, Func<Task<string?>> work, string command, PSHostUserInterface? host)
    {
        await Task.WhenAny(body, Task.Delay(s_bodyTime)).ConfigureAwait(false);
        try
        {
            if (await WarningAsync(work, command).ConfigureAwait(false) is { } warning) host?.WriteWarningLine(warning);
        }
        catch (Exception)
        {
            // The host is closed or shows no warnings.
        }
    }

    private static async Task<string?> WarningAsync(Func<Task<string?>> work, string command)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            return $"{command} could not undo its incomplete changes: {ErrorRecords.From(error, command, null).Exception.Message}";
        }
    }
}
