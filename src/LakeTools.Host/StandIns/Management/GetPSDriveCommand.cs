namespace Microsoft.PowerShell.Commands;

/// <summary>Get-PSDrive.</summary>
[Cmdlet(VerbsCommon.Get, "PSDrive")]
public sealed class GetPSDriveCommand : PSCmdlet
{
    [Parameter(Position = 0)]
    public string[] Name { get; set; } = ["*"];

    [Parameter]
    public string[]? PSProvider { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var name in Name)
        {
            var found = SessionState.Drive.GetAll().Where(drive => WildcardPattern.Get(name, WildcardOptions.IgnoreCase).IsMatch(drive.Name)
                && (PSProvider is null || PSProvider.Contains(drive.Provider.Name, StringComparer.OrdinalIgnoreCase))).ToList();
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                var missing = new DriveNotFoundException($"Cannot find drive. A drive with the name '{name}' does not exist.");
                WriteError(new ErrorRecord(missing, "GetLocationNoMatchingDrive", ErrorCategory.ObjectNotFound, name));
            }

            WriteObject(found, enumerateCollection: true);
        }
    }
}
