namespace Microsoft.PowerShell.Commands;

/// <summary>ConvertTo-Json.</summary>
[Cmdlet(VerbsData.ConvertTo, "Json")]
public sealed class ConvertToJsonCommand : PSCmdlet
{
    private readonly List<object?> _items = [];

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    public object? InputObject { get; set; }

    [Parameter]
    [ValidateRange(0, 100)]
    public int Depth { get; set; } = 2;

    [Parameter]
    public SwitchParameter Compress { get; set; }

    [Parameter]
    public SwitchParameter EnumsAsStrings { get; set; }

    [Parameter]
    public SwitchParameter AsArray { get; set; }

    [Parameter]
    [ValidateSet("Default", "EscapeNonAscii", "EscapeHtml")]
    public string EscapeHandling { get; set; } = "Default";

    protected override void ProcessRecord() => _items.Add(InputObject);

    protected override void EndProcessing()
    {
        if (_items.Count == 0) return;
        bool isTooDeep = false;
        var writer = new JsonWriter(Depth, Compress, EnumsAsStrings, EscapeHandling == "EscapeNonAscii", EscapeHandling == "EscapeHtml",
            () => isTooDeep = true);
        var text = writer.Write(_items.Count > 1 || AsArray ? _items : _items[0]);
        if (isTooDeep) WriteWarning($"Resulting JSON is truncated as serialization has exceeded the set depth of {Depth}.");
        WriteObject(text);
    }
}
