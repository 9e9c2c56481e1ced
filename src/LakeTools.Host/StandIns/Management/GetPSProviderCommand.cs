namespace Microsoft.PowerShell.Commands;

/// <summary>Get-PSProvider.</summary>
[Cmdlet(VerbsCommon.Get, "PSProvider")]
public sealed class GetPSProviderCommand : PSCmdlet
{
    [Parameter(Position = 0)]
    public string[] PSProvider { get; set; } = ["*"];

    protected override void ProcessRecord() => WriteObject(
        SessionState.Provider.GetAll()
            .Where(provider => PSProvider.Any(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase).IsMatch(provider.Name))),
        enumerateCollection: true);
}
