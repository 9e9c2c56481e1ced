namespace Microsoft.PowerShell.Commands;

/// <summary>A group of Group-Object -NoElement.</summary>
public sealed class GroupInfoNoElement : GroupInfo
{
    private int _count;

    public override int Count => _count;

    internal override void Add(PSObject item) => _count++;
}
