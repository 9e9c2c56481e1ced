using System.Globalization;

namespace Microsoft.PowerShell.Commands;

/// <summary>Compare-Object.</summary>
[Cmdlet(VerbsData.Compare, "Object")]
public sealed class CompareObjectCommand : ObjectCmdlet
{
    private readonly List<PSObject?> _differences = [];

    [Parameter(Mandatory = true, Position = 0)]
    [AllowEmptyCollection]
    public PSObject?[] ReferenceObject { get; set; } = [];

    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    public PSObject?[] DifferenceObject { get; set; } = [];

    [Parameter]
    public object[]? Property { get; set; }

    [Parameter]
    public int SyncWindow { get; set; } = int.MaxValue;

    [Parameter]
    public SwitchParameter IncludeEqual { get; set; }

    [Parameter]
    public SwitchParameter ExcludeDifferent { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    [Parameter]
    public string? Culture { get; set; }

    protected override void ProcessRecord() => _differences.AddRange(DifferenceObject);

    protected override void EndProcessing()
    {
        var properties = PropertyReader.Parse(Property);
        var order = new ObjectOrder(CaseSensitive, ObjectOrder.CultureOf(Culture));
        var open = new List<PSObject?>(_differences);
        var missing = new List<PSObject?>();
        foreach (var reference in ReferenceObject)
        {
            int match = open.FindIndex(other => IsEqual(properties, order, reference, other));
            if (match < 0)
            {
                missing.Add(reference);
                continue;
            }

            open.RemoveAt(match);
            // Asking to leave differences out means asking for what is equal.
            if (IncludeEqual || ExcludeDifferent) Emit(properties, reference, "==");
        }

        if (ExcludeDifferent) return;
        foreach (var item in open) Emit(properties, item, "=>");
        foreach (var item in missing) Emit(properties, item, "<=");
    }

    private static bool IsEqual(PropertyReader[] properties, ObjectOrder order, PSObject? x, PSObject? y)
    {
        if (x is null || y is null) return x is null && y is null;
        return properties.Length == 0
            ? order.Compare(x, y) == 0
            : properties.All(property => order.Compare(property.Value(x), property.Value(y)) == 0);
    }

    private void Emit(PropertyReader[] properties, PSObject? item, string side)
    {
        if (PassThru && item is not null)
        {
            var marked = item.Copy();
            marked.Properties.Add(new PSNoteProperty("SideIndicator", side));
            WriteObject(marked);
            return;
        }

        var result = new PSObject();
        if (properties.Length == 0) result.Properties.Add(new PSNoteProperty("InputObject", item));
        foreach (var property in properties)
            result.Properties.Add(new PSNoteProperty(property.Name, item is null ? null : property.Value(item)));
        result.Properties.Add(new PSNoteProperty("SideIndicator", side));
        WriteObject(result);
    }
}
