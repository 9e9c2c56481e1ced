using System.Globalization;

namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Culture: the session's culture, or those that are named.</summary>
[Cmdlet(VerbsCommon.Get, "Culture", DefaultParameterSetName = "CurrentCulture")]
[OutputType(typeof(CultureInfo))]
public sealed class GetCultureCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = "Name")]
    public string[]? Name { get; set; }

    [Parameter(ParameterSetName = "CurrentCulture")]
    [Parameter(ParameterSetName = "Name")]
    public SwitchParameter NoUserOverrides { get; set; }

    [Parameter(ParameterSetName = "ListAvailable")]
    public SwitchParameter ListAvailable { get; set; }

    protected override void ProcessRecord()
    {
        if (ListAvailable) WriteObject(CultureInfo.GetCultures(CultureTypes.AllCultures), enumerateCollection: true);
        else if (Name is null) WriteObject(Host.CurrentCulture);
        else foreach (var name in Name) WriteNamed(name);
    }

    private void WriteNamed(string name)
    {
        try
        {
            WriteObject(new CultureInfo(name, !NoUserOverrides));
        }
        catch (CultureNotFoundException e)
        {
            WriteError(new ErrorRecord(e, "ItemNotFoundException", ErrorCategory.ObjectNotFound, name));
        }
    }
}
