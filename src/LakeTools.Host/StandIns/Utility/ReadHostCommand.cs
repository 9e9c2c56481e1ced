using System.Security;

namespace Microsoft.PowerShell.Commands;

/// <summary>Read-Host.</summary>
[Cmdlet(VerbsCommunications.Read, "Host")]
public sealed class ReadHostCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromRemainingArguments = true)]
    [AllowNull]
    public object? Prompt { get; set; }

    [Parameter]
    public SwitchParameter AsSecureString { get; set; }

    [Parameter]
    public SwitchParameter MaskInput { get; set; }

    protected override void EndProcessing()
    {
        try
        {
            if (Prompt is not null) Host.UI.Write(Text() + ": ");
            if (AsSecureString) WriteObject(Host.UI.ReadLineAsSecureString());
            else if (MaskInput) WriteObject(Plain(Host.UI.ReadLineAsSecureString()));
            else WriteObject(Host.UI.ReadLine());
        }
        catch (System.Management.Automation.Host.HostException e)
        {
            ThrowTerminatingError(e.ErrorRecord);
        }
    }

    private string Text() => LanguagePrimitives.GetEnumerable(Prompt) is { } parts && Prompt is not string
        ? string.Join(' ', parts.Cast<object?>())
        : Prompt!.ToString()!;

    private static string Plain(SecureString secret) => new System.Net.NetworkCredential("", secret).Password;
}
