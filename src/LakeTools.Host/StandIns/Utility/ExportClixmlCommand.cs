namespace Microsoft.PowerShell.Commands;

/// <summary>Export-Clixml.</summary>
[Cmdlet(VerbsData.Export, "Clixml", SupportsShouldProcess = true)]
public sealed class ExportClixmlCommand : ObjectCmdlet
{
    private readonly List<object?> _items = [];

    [Parameter(Mandatory = true, Position = 0)]
    [Alias("LiteralPath", "PSPath")]
    public string Path { get; set; } = "";

    [Parameter]
    public int Depth { get; set; } = 2;

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public object? Encoding { get; set; }

    protected override void ProcessRecord() => _items.Add(InputObject);

    protected override void EndProcessing()
    {
        var path = GetUnresolvedProviderPathFromPSPath(Path);
        if (!ShouldProcess(path, "Export-Clixml")) return;
        File.WriteAllText(path, PSSerializer.Serialize(_items.Count == 1 ? _items[0] : _items.ToArray(), Depth),
            FileEncoding.Parse(Encoding));
    }
}
