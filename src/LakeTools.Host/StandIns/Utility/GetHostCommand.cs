namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Host: what $Host holds.</summary>
[Cmdlet(VerbsCommon.Get, "Host")]
[OutputType(typeof(System.Management.Automation.Host.PSHost))]
public sealed class GetHostCommand : PSCmdlet
{
    protected override void BeginProcessing() => WriteObject(Host);
}
