using System.Management.Automation.Runspaces;
using Shell = System.Management.Automation.PowerShell;

namespace LakeTools.Host;

/// <summary>Runs a pipeline whose output goes to the terminal, and which Ctrl+C stops.</summary>
internal sealed class ForegroundPipeline(HostedSession session, bool isNested = false)
{
    public PipelineEnd Run(Action<Shell> fill)
    {
        using var shell = isNested ? Shell.Create(RunspaceMode.CurrentRunspace) : Shell.Create(session.Runspace);
        fill(shell);
        shell.Commands.Commands[^1].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand("Out-Default");
        using var interrupt = new InterruptKey(shell);
        try
        {
            shell.Invoke(Array.Empty<object>(), new PSInvocationSettings { AddToHistory = !isNested });
        }
        catch (PipelineStoppedException)
        {
            return PipelineEnd.Stopped;
        }
        catch (RuntimeException e) when (!interrupt.WasPressed)
        {
            ShowError(e.ErrorRecord);
            return PipelineEnd.Failed;
        }
        catch (RuntimeException)
        {
            return PipelineEnd.Stopped;
        }

        if (shell.InvocationStateInfo.State == PSInvocationState.Stopped || interrupt.WasPressed) return PipelineEnd.Stopped;
        return session.Runspace.SessionStateProxy.GetVariable("?") is false ? PipelineEnd.CompletedWithFailure : PipelineEnd.Completed;
    }

    private void ShowError(ErrorRecord error)
    {
        using var shell = isNested ? Shell.Create(RunspaceMode.CurrentRunspace) : Shell.Create(session.Runspace);
        var shown = PSObject.AsPSObject(error);
        // The mark by which the formatter sends a record to the error stream.
        if (shown.Properties["writeErrorStream"] is null) shown.Properties.Add(new PSNoteProperty("writeErrorStream", true));
        shell.AddCommand("Out-Default").Invoke(new[] { shown });
    }
}
