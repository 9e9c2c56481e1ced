namespace Microsoft.PowerShell.Commands;

/// <summary>Pop-Location.</summary>
[Cmdlet(VerbsCommon.Pop, "Location")]
public sealed class PopLocationCommand : PSCmdlet
{
    [Parameter]
    public string StackName { get; set; } = "";

    protected override void ProcessRecord() => SessionState.Path.PopLocation(StackName);
}
