namespace Microsoft.PowerShell.Commands;

/// <summary>Move-Item. The provider asks, as -WhatIf and -Confirm say.</summary>
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
                foreach (var source in IsLiteral ? [path] : SessionState.Path.GetResolvedPSPathFromPSPath(path).Select(found => found.Path))
                    InvokeProvider.Item.Move(source, Destination);
            });
        }
    }
}
