namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Item.</summary>
[Cmdlet(VerbsCommon.Get, "Item", DefaultParameterSetName = "Path")]
public sealed class GetItemCommand : PathCmdlet
{
    protected override void ProcessRecord()
    {
        foreach (var path in Paths) ForPath(path, () =>
            WriteObject(InvokeProvider.Item.Get([path], Force, IsLiteral), enumerateCollection: true));
    }
}
