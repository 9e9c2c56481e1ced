namespace Microsoft.PowerShell.Commands;

/// <summary>Set-Content.</summary>
[Cmdlet(VerbsCommon.Set, "Content", SupportsShouldProcess = true)]
public sealed class SetContentCommand : ContentWritingCmdlet
{
    protected override string Action => "Set Content";

    protected override FileMode Mode => FileMode.Create;
}
