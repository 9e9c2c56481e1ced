namespace Microsoft.PowerShell.Commands;

/// <summary>Push-Location.</summary>
[Cmdlet(VerbsCommon.Push, "Location", DefaultParameterSetName = "Path")]
public sealed class PushLocationCommand : PathCmdlet
{
    [Parameter]
    public string StackName { get; set; } = "";

    protected override void ProcessRecord()
    {
        SessionState.Path.PushCurrentLocation(StackName);
        if (Path is not null || LiteralPath is not null) ForPath(Paths[0], () => SessionState.Path.SetLocation(Paths[0]));
    }
}
