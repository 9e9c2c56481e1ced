using System.Security;

namespace Microsoft.PowerShell.Commands;

/// <summary>ConvertTo-SecureString from plain text.</summary>
[Cmdlet(VerbsData.ConvertTo, "SecureString")]
public sealed class ConvertToSecureStringCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public string String { get; set; } = "";

    [Parameter(Position = 1)]
    public SwitchParameter AsPlainText { get; set; }

    [Parameter(Position = 2)]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        if (!AsPlainText)
        {
            var refusal = new PSNotSupportedException("Encrypted text needs a real PowerShell: this host takes -AsPlainText.");
            ThrowTerminatingError(new ErrorRecord(refusal, "ImportSecureString", ErrorCategory.NotImplemented, null));
        }

        var secret = new SecureString();
        foreach (var character in String) secret.AppendChar(character);
        WriteObject(secret);
    }
}
