namespace Microsoft.PowerShell.Commands;

/// <summary>What Write-Warning, Write-Verbose and Write-Debug share.</summary>
public abstract class WriteMessageCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    [Alias("Msg")]
    public string Message { get; set; } = "";
}
