namespace Microsoft.PowerShell.Commands;

/// <summary>Get-ItemProperty.</summary>
[Cmdlet(VerbsCommon.Get, "ItemProperty", DefaultParameterSetName = "Path")]
public sealed class GetItemPropertyCommand : PathCmdlet
{
    [Parameter(Position = 1)]
    [Alias("PSProperty")]
    public string[]? Name { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
            ForPath(path, () => WriteObject(InvokeProvider.Property.Get([path], [.. Name ?? []], IsLiteral), enumerateCollection: true));
    }
}
