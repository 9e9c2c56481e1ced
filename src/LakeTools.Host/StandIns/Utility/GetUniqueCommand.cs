namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Unique: leaves out what equals the object before it.</summary>
[Cmdlet(VerbsCommon.Get, "Unique", DefaultParameterSetName = "AsString")]
public sealed class GetUniqueCommand : ObjectCmdlet
{
    private PSObject? _last;

    [Parameter(ParameterSetName = "AsString")]
    public SwitchParameter AsString { get; set; }

    [Parameter(ParameterSetName = "UniqueByType")]
    public SwitchParameter OnType { get; set; }

    [Parameter]
    public SwitchParameter CaseInsensitive { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is null || _last is not null && IsSame(_last, InputObject)) return;
        _last = InputObject;
        WriteObject(InputObject);
    }

    private bool IsSame(PSObject x, PSObject y)
    {
        if (OnType) return x.TypeNames[0].Equals(y.TypeNames[0], StringComparison.OrdinalIgnoreCase);
        return AsString
            ? string.Equals(x.ToString(), y.ToString(), CaseInsensitive
                ? StringComparison.CurrentCultureIgnoreCase : StringComparison.CurrentCulture)
            : LanguagePrimitives.Equals(x.BaseObject, y.BaseObject, CaseInsensitive);
    }
}
