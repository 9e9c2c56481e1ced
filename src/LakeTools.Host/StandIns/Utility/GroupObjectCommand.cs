using System.Globalization;

namespace Microsoft.PowerShell.Commands;

/// <summary>Group-Object.</summary>
[Cmdlet(VerbsData.Group, "Object", DefaultParameterSetName = "HashTable")]
public sealed class GroupObjectCommand : ObjectCmdlet
{
    private readonly Dictionary<string, GroupInfo> _byKey = new(StringComparer.Ordinal);
    private readonly List<GroupInfo> _groups = [];
    private PropertyReader[] _properties = [];

    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    [Parameter]
    public SwitchParameter NoElement { get; set; }

    [Parameter]
    [Alias("AHT")]
    public SwitchParameter AsHashTable { get; set; }

    [Parameter]
    public SwitchParameter AsString { get; set; }

    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    [Parameter]
    public string? Culture { get; set; }

    protected override void BeginProcessing() => _properties = PropertyReader.Parse(Property);

    protected override void ProcessRecord()
    {
        if (InputObject is null) return;
        object?[] values = _properties.Length == 0 ? [InputObject] : [.. _properties.Select(property => property.Value(InputObject))];
        var key = string.Join('\0', values.Select(KeyOf));
        if (!_byKey.TryGetValue(key, out var group))
        {
            group = NoElement ? new GroupInfoNoElement() : new GroupInfo();
            group.Values.AddRange(values);
            group.Name = string.Join(", ", values.Select(value => value is null ? "" : LanguagePrimitives.ConvertTo<string>(value)));
            _byKey[key] = group;
            _groups.Add(group);
        }

        group.Add(InputObject);
    }

    protected override void EndProcessing()
    {
        if (AsHashTable)
        {
            var table = new Hashtable(CaseSensitive ? StringComparer.CurrentCulture : StringComparer.CurrentCultureIgnoreCase);
            foreach (var group in _groups)
            {
                var key = AsString || group.Values.Count != 1 ? group.Name : group.Values[0] ?? "";
                table[key is PSObject wrapped ? wrapped.BaseObject : key] = group.Group;
            }

            WriteObject(table);
            return;
        }

        var order = new ObjectOrder(CaseSensitive, ObjectOrder.CultureOf(Culture));
        WriteObject(_groups.Order(Comparer<GroupInfo>.Create((x, y) => Compare(order, x, y))), enumerateCollection: true);
    }

    private static int Compare(ObjectOrder order, GroupInfo x, GroupInfo y)
    {
        for (int i = 0; i < x.Values.Count; i++)
            if (order.Compare(x.Values[i], y.Values[i]) is not 0 and var result) return result;
        return 0;
    }

    private string KeyOf(object? value)
    {
        var text = value is null ? "\u0001" : LanguagePrimitives.ConvertTo<string>(value);
        return CaseSensitive ? text : text.ToUpper(CultureInfo.CurrentCulture);
    }
}
