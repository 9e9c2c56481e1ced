namespace Microsoft.PowerShell.Commands;

/// <summary>Select-Object.</summary>
[Cmdlet(VerbsCommon.Select, "Object", DefaultParameterSetName = "DefaultParameter")]
public sealed class SelectObjectCommand : ObjectCmdlet
{
    private readonly List<PSObject?> _held = [];
    private readonly List<object?> _seen = [];
    private PropertyReader[] _properties = [];
    private WildcardPattern[] _excluded = [];
    private PropertyReader? _expanded;
    private int _index = -1;
    private int _taken;

    [Parameter(Position = 0, ParameterSetName = "DefaultParameter")]
    [Parameter(Position = 0, ParameterSetName = "SkipLastParameter")]
    public object[]? Property { get; set; }

    [Parameter(ParameterSetName = "DefaultParameter")]
    [Parameter(ParameterSetName = "SkipLastParameter")]
    public string[]? ExcludeProperty { get; set; }

    [Parameter(ParameterSetName = "DefaultParameter")]
    [Parameter(ParameterSetName = "SkipLastParameter")]
    public string? ExpandProperty { get; set; }

    [Parameter]
    public SwitchParameter Unique { get; set; }

    [Parameter]
    public SwitchParameter CaseInsensitive { get; set; }

    [Parameter(ParameterSetName = "DefaultParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int First { get; set; } = -1;

    [Parameter(ParameterSetName = "DefaultParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int Last { get; set; } = -1;

    [Parameter(ParameterSetName = "DefaultParameter")]
    [Parameter(ParameterSetName = "SkipLastParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int Skip { get; set; }

    [Parameter(ParameterSetName = "SkipLastParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int SkipLast { get; set; }

    [Parameter(ParameterSetName = "DefaultParameter")]
    [Parameter(ParameterSetName = "IndexParameter")]
    public SwitchParameter Wait { get; set; }

    [Parameter(ParameterSetName = "IndexParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int[]? Index { get; set; }

    [Parameter(ParameterSetName = "SkipIndexParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int[]? SkipIndex { get; set; }

    protected override void BeginProcessing()
    {
        _properties = PropertyReader.Parse(Property is null && ExcludeProperty is not null ? ["*"] : Property);
        _excluded = [.. (ExcludeProperty ?? []).Select(pattern => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase))];
        if (!string.IsNullOrEmpty(ExpandProperty)) _expanded = PropertyReader.Parse([ExpandProperty])[0];
    }

    protected override void ProcessRecord()
    {
        _index++;
        if (Index is not null)
        {
            if (Index.Contains(_index)) Emit(InputObject);
            if (_index >= Index.DefaultIfEmpty(-1).Max()) EndUpstream();
            return;
        }

        if (SkipIndex is not null)
        {
            if (!SkipIndex.Contains(_index)) Emit(InputObject);
            return;
        }

        if (First < 0 && Last < 0 && SkipLast == 0)
        {
            if (_index >= Skip) Emit(InputObject);
            return;
        }

        // Skip counts from the end where only the last ones are wanted.
        bool skipsAtStart = First >= 0 || SkipLast > 0;
        if (skipsAtStart && _index < Skip) return;
        if (First >= 0 && _taken < First)
        {
            _taken++;
            Emit(InputObject);
        }
        else if (Last >= 0 || SkipLast > 0)
        {
            _held.Add(InputObject);
        }

        if (First >= 0 && _taken >= First && Last < 0) EndUpstream();
    }

    protected override void EndProcessing()
    {
        int end = SkipLast > 0 ? _held.Count - SkipLast : First >= 0 ? _held.Count : _held.Count - Skip;
        int start = Last >= 0 ? Math.Max(0, end - Last) : 0;
        for (int i = start; i < end; i++) Emit(_held[i]);
    }

    private void EndUpstream()
    {
        if (!Wait && !Unique) throw LakeTools.Host.EngineInternals.StopUpstream(this);
    }

    private void Emit(PSObject? source)
    {
        if (source is null)
        {
            Write(null);
            return;
        }

        if (_expanded is not null) Expand(source);
        else Write(_properties.Length == 0 ? source : Selected(source));
    }

    private void Expand(PSObject source)
    {
        var found = _expanded!.Read(source).ToArray();
        if (found.Length == 0)
        {
            Report(new PSArgumentException($"Property \"{ExpandProperty}\" cannot be found."), "ExpandPropertyNotFound",
                ErrorCategory.InvalidArgument, source);
            return;
        }

        foreach (var item in LanguagePrimitives.GetEnumerable(found[0].Value)?.Cast<object?>() ?? [found[0].Value])
        {
            if (_properties.Length == 0 || item is null)
            {
                Write(item);
                continue;
            }

            var extended = item is string or ValueType ? new PSObject(item) : PSObject.AsPSObject(item).Copy();
            foreach (var (name, value) in Chosen(source))
            {
                if (extended.Properties[name] is null) extended.Properties.Add(new PSNoteProperty(name, value));
                else Report(new PSArgumentException($"The property cannot be processed because the property \"{name}\" already exists."),
                    "AlreadyExistingUserSpecifiedPropertyExpand", ErrorCategory.InvalidOperation, source);
            }

            Write(extended);
        }
    }

    private PSObject Selected(PSObject source)
    {
        var selected = new PSObject();
        foreach (var (name, value) in Chosen(source))
        {
            if (selected.Properties[name] is null) selected.Properties.Add(new PSNoteProperty(name, value));
            else if (!_properties.Any(property => property.HasWildcard))
                Report(new PSArgumentException($"The property cannot be processed because the property \"{name}\" already exists."),
                    "AlreadyExistingUserSpecifiedPropertyNoExpand", ErrorCategory.InvalidOperation, source);
        }

        for (int i = source.TypeNames.Count - 1; i >= 0; i--) selected.TypeNames.Insert(0, "Selected." + source.TypeNames[i]);
        return selected;
    }

    private IEnumerable<(string Name, object? Value)> Chosen(PSObject source)
    {
        foreach (var property in _properties)
        {
            bool isThere = false;
            foreach (var (name, value) in property.Read(source))
            {
                isThere = true;
                if (!_excluded.Any(pattern => pattern.IsMatch(name))) yield return (name, value);
            }

            // A name that is not there becomes an empty property, so that all objects have the same ones.
            if (!isThere && !property.HasWildcard && !_excluded.Any(pattern => pattern.IsMatch(property.Name)))
                yield return (property.Name, null);
        }
    }

    private void Write(object? value)
    {
        if (Unique)
        {
            if (_seen.Any(seen => IsSame(seen, value))) return;
            _seen.Add(value);
        }

        WriteObject(value);
    }

    private bool IsSame(object? x, object? y)
    {
        if (x is PSObject { BaseObject: PSCustomObject } left && y is PSObject { BaseObject: PSCustomObject } right)
            return left.Properties.Count() == right.Properties.Count()
                && left.Properties.All(property => right.Properties[property.Name] is { } other && IsSame(property.Value, other.Value));
        return LanguagePrimitives.Equals(x, y, CaseInsensitive);
    }
}
