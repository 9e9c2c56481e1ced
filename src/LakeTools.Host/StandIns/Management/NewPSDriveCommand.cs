namespace Microsoft.PowerShell.Commands;

/// <summary>New-PSDrive.</summary>
[Cmdlet(VerbsCommon.New, "PSDrive", SupportsShouldProcess = true)]
public sealed class NewPSDriveCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    public string Name { get; set; } = "";

    [Parameter(Mandatory = true, Position = 1)]
    public string PSProvider { get; set; } = "";

    [Parameter(Mandatory = true, Position = 2)]
    [AllowEmptyString]
    public string Root { get; set; } = "";

    [Parameter]
    public string? Description { get; set; }

    [Parameter]
    public string? Scope { get; set; }

    protected override void ProcessRecord()
    {
        if (!ShouldProcess($"Name: {Name} Provider: {PSProvider} Root: {Root}", "New drive")) return;
        var drive = new PSDriveInfo(Name, SessionState.Provider.GetOne(PSProvider), Root, Description ?? "", null);
        WriteObject(SessionState.Drive.New(drive, Scope));
    }
}
