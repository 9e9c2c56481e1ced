namespace Microsoft.PowerShell.Commands;

/// <summary>Set-Location.</summary>
[Cmdlet(VerbsCommon.Set, "Location", DefaultParameterSetName = "Path")]
public sealed class SetLocationCommand : PathCmdlet
{
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override string DefaultPath => "~";

    protected override void ProcessRecord() => ForPath(Paths[0], () =>
    {
        var location = SessionState.Path.SetLocation(Paths[0]);
        if (PassThru) WriteObject(location);
    });
}
