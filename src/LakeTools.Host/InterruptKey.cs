using Shell = System.Management.Automation.PowerShell;

namespace LakeTools.Host;

/// <summary>Ctrl+C while a pipeline runs: the first stops the pipeline, a second one ends the program.</summary>
internal sealed class InterruptKey : IDisposable
{
    private readonly Shell _shell;

    public InterruptKey(Shell shell)
    {
        _shell = shell;
        Console.CancelKeyPress += OnPress;
    }

    public bool WasPressed { get; private set; }

    public void Dispose() => Console.CancelKeyPress -= OnPress;

    private void OnPress(object? sender, ConsoleCancelEventArgs press)
    {
        if (WasPressed) return; // Not cancelled: the runtime ends the process.
        WasPressed = true;
        press.Cancel = true;
        _shell.BeginStop(null, null);
    }
}
