namespace Microsoft.PowerShell.Commands;

/// <summary>Move-Item.</summary>
[Cmdlet(VerbsCommon.Move, "Item", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class MoveItemCommand : PathCmdlet
{
    [Parameter(Position = 1)]
    public string Destination { get; set; } = ".";

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
        {
            ForPath(path, () =>
            {
                if (!ShouldProcess($"Item: {path} Destination: {Destination}", "Move")) return;
                foreach (var source in IsLiteral ? [path] : SessionState.Path.GetResolvedPSPathFromPSPath(path).Select(found => found.Path))
                    InvokeProvider.Item.Move(source, Destination);
            });
        }
    }
}
