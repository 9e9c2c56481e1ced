namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Credential.</summary>
[Cmdlet(VerbsCommon.Get, "Credential")]
public sealed class GetCredentialCommand : PSCmdlet
{
    [Parameter(Position = 0)]
    [Alias("Credential")]
    public string? UserName { get; set; }

    [Parameter]
    public string? Message { get; set; }

    [Parameter]
    public string Title { get; set; } = "PowerShell credential request";

    protected override void BeginProcessing()
    {
        if (Host.UI.PromptForCredential(Title, Message ?? "Enter your credentials.", UserName, "") is { } credential)
            WriteObject(credential);
    }
}
