namespace Microsoft.PowerShell.Commands;

/// <summary>Clear-Item: takes an item's value and leaves the item.</summary>
[Cmdlet(VerbsCommon.Clear, "Item", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class ClearItemCommand : PathCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public override string[]? Path { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths) ForPath(path, () => InvokeProvider.Item.Clear([path], Force, IsLiteral));
    }
}
