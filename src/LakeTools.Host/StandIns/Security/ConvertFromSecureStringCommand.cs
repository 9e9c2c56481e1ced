using System.Security;

namespace Microsoft.PowerShell.Commands;

/// <summary>ConvertFrom-SecureString to plain text.</summary>
[Cmdlet(VerbsData.ConvertFrom, "SecureString")]
public sealed class ConvertFromSecureStringCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public SecureString SecureString { get; set; } = new();

    [Parameter]
    public SwitchParameter AsPlainText { get; set; }

    protected override void ProcessRecord()
    {
        if (!AsPlainText)
        {
            var refusal = new PSNotSupportedException("Encrypted text needs a real PowerShell: this host takes -AsPlainText.");
            ThrowTerminatingError(new ErrorRecord(refusal, "ExportSecureString", ErrorCategory.NotImplemented, null));
        }

        WriteObject(new System.Net.NetworkCredential("", SecureString).Password);
    }
}
