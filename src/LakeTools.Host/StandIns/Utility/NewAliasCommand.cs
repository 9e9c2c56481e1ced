namespace Microsoft.PowerShell.Commands;

/// <summary>New-Alias: as Set-Alias, but a name that is taken stays as it is without -Force.</summary>
[Cmdlet(VerbsCommon.New, "Alias", SupportsShouldProcess = true)]
public sealed class NewAliasCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public string Name { get; set; } = "";

    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public string Value { get; set; } = "";

    [Parameter]
    public string Scope { get; set; } = "0";

    [Parameter]
    public ScopedItemOptions Option { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        if (!Force && InvokeCommand.GetCommand(Name, CommandTypes.Alias) is not null)
        {
            var taken = new SessionStateException($"The alias is not allowed, because an alias with the name '{Name}' already exists.");
            WriteError(new ErrorRecord(taken, "AliasAlreadyExists", ErrorCategory.ResourceExists, Name));
            return;
        }

        if (!ShouldProcess($"Name: {Name} Value: {Value}", "New Alias")) return;
        LakeTools.Host.EngineInternals.SetAlias(SessionState, Name, Value, Option, Force, Scope);
        if (PassThru) WriteObject(InvokeCommand.GetCommand(Name, CommandTypes.Alias));
    }
}
