namespace Microsoft.PowerShell.Commands;

/// <summary>Sort-Object.</summary>
[Cmdlet("Sort", "Object")]
public sealed class SortObjectCommand : ObjectCmdlet
{
    private readonly List<PSObject> _items = [];

    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    [Parameter]
    public SwitchParameter Descending { get; set; }

    [Parameter]
    public SwitchParameter Unique { get; set; }

    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    [Parameter]
    public SwitchParameter Stable { get; set; }

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Top { get; set; }

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Bottom { get; set; }

    [Parameter]
    public string? Culture { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is not null) _items.Add(InputObject);
    }

    protected override void EndProcessing()
    {
        var properties = PropertyReader.Parse(Property);
        var order = new ObjectOrder(CaseSensitive, ObjectOrder.CultureOf(Culture));
        var rows = _items.Select(item =>
            new Row(item, properties.Length == 0 ? [item] : [.. properties.Select(property => property.Value(item))]));
        int Compare(Row x, Row y)
        {
            for (int i = 0; i < x.Keys.Length; i++)
            {
                int result = order.Compare(x.Keys[i], y.Keys[i]);
                if (result == 0) continue;
                return (properties.Length > i ? properties[i].Descending : null) ?? Descending ? -result : result;
            }

            return 0;
        }

        var sorted = rows.Order(Comparer<Row>.Create(Compare)).ToList();
        if (Unique) sorted = [.. sorted.Where((row, i) => i == 0 || Compare(sorted[i - 1], row) != 0)];
        if (Top > 0) sorted = [.. sorted.Take(Top)];
        if (Bottom > 0) sorted = [.. sorted.TakeLast(Bottom)];
        foreach (var row in sorted) WriteObject(row.Item);
    }

    private sealed record Row(PSObject Item, object?[] Keys);
}
