namespace Microsoft.PowerShell.Commands;

/// <summary>Add-Content.</summary>
[Cmdlet(VerbsCommon.Add, "Content", SupportsShouldProcess = true)]
public sealed class AddContentCommand : ContentWritingCmdlet
{
    protected override string Action => "Add Content";

    protected override FileMode Mode => FileMode.Append;
}
