using System.Management.Automation.Runspaces;
using LakeTools.Host.StandIns;
using LakeTools.Host.Terminal;

namespace LakeTools.Host;

/// <summary>
/// A PowerShell session in this process: the engine with the stand-ins for the standard cmdlets, and with the checkout's
/// <c>out</c> folder and the Pester stand-in on its module path. It runs on the thread that calls it; use one session on one thread.
/// </summary>
public sealed class HostedSession : IDisposable
{
    private readonly TerminalHost _host;

    private HostedSession(TerminalHost host, Runspace runspace)
    {
        _host = host;
        Runspace = runspace;
    }

    /// <summary>The engine's runspace.</summary>
    public Runspace Runspace { get; }

    /// <summary>What <c>exit</c> or SetShouldExit asked for; null where nobody asked.</summary>
    public int? ExitCode => _host.ExitCode;

    internal TerminalHost Host => _host;

    /// <summary>Opens a session.</summary>
    public static HostedSession Open(HostedSessionOptions? options = null)
    {
        var host = new TerminalHost(options ?? new HostedSessionOptions { NonInteractive = true });
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows()) state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        StandInTable.AddTo(state);

        if (Environment.GetEnvironmentVariable("NO_COLOR") is not null) PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
        var runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        runspace.Open();
        Runspace.DefaultRunspace = runspace;
        host.Runspace = runspace;
        ModulePath.Extend();
        var session = new HostedSession(host, runspace);
        host.Session = session;
        return session;
    }

    /// <summary>Runs text in the session's global scope and gives what it emitted.</summary>
    /// <param name="script">PowerShell text; <c>$args</c> holds the arguments.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The objects, and the errors that did not end the script.</returns>
    /// <exception cref="RuntimeException">An error ended the script.</exception>
    public HostedResult Invoke(string script, params object?[] arguments)
    {
        using var shell = System.Management.Automation.PowerShell.Create(Runspace);
        shell.AddScript(script, useLocalScope: false);
        foreach (var argument in arguments) shell.AddArgument(argument);
        var output = shell.Invoke();
        return new HostedResult(output, [.. shell.Streams.Error]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Runspace.Dispose();
        _host.Finish();
    }
}
