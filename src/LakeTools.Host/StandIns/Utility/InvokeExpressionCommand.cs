namespace Microsoft.PowerShell.Commands;

/// <summary>Invoke-Expression: in the caller's scope.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "Expression")]
public sealed class InvokeExpressionCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public string Command { get; set; } = "";

    protected override void ProcessRecord() =>
        WriteObject(InvokeCommand.InvokeScript(false, ScriptBlock.Create(Command), null, null), enumerateCollection: true);
}
