using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace LakeTools.Tests.Shell;

/// <summary>A runspace of Microsoft.PowerShell.SDK in this process. It runs on the thread that calls it.</summary>
internal sealed class PwshSession : IDisposable
{
    private readonly Runspace _runspace;

    /// <summary>Opens the runspace.</summary>
    public PwshSession()
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows()) state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        _runspace.Open();
    }

    /// <summary>Runs text in the global scope and returns what it emitted.</summary>
    /// <param name="script">PowerShell text; <c>$args</c> or its param block has the arguments.</param>
    /// <param name="arguments">The arguments.</param>
    /// <exception cref="RuntimeException">An error ended the script.</exception>
    public IReadOnlyList<PSObject> Invoke(string script, params object?[] arguments)
    {
        Runspace.DefaultRunspace = _runspace; // xunit may call from another thread each time
        using var shell = PowerShell.Create(_runspace);
        shell.AddScript(script, useLocalScope: false);
        foreach (var argument in arguments) shell.AddArgument(argument);
        return shell.Invoke();
    }

    public void Dispose() => _runspace.Dispose();
}
