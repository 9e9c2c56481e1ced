namespace Microsoft.PowerShell.Commands;

/// <summary>Set-Alias.</summary>
[Cmdlet(VerbsCommon.Set, "Alias")]
public sealed class SetAliasCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    public string Name { get; set; } = "";

    [Parameter(Mandatory = true, Position = 1)]
    public string Value { get; set; } = "";

    [Parameter]
    public string Scope { get; set; } = "1";

    [Parameter]
    public ScopedItemOptions Option { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord() => LakeTools.Host.EngineInternals.SetAlias(SessionState, Name, Value, Option, Force, Scope);
}
