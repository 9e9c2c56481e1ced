namespace Microsoft.PowerShell.Commands;

/// <summary>New-Item. The provider asks, as -WhatIf and -Confirm say.</summary>
[Cmdlet(VerbsCommon.New, "Item", SupportsShouldProcess = true)]
public sealed class NewItemCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[] Path { get; set; } = ["."];

    [Parameter]
    public string? Name { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Type")]
    public string ItemType { get; set; } = "";

    [Parameter(ValueFromPipeline = true)]
    [Alias("Target")]
    public object? Value { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Path)
        {
            try
            {
                WriteObject(InvokeProvider.Item.New([path], Name, ItemType.Length == 0 ? "File" : ItemType, Value, Force),
                    enumerateCollection: true);
            }
            catch (Exception e) when ((e is RuntimeException ? e.InnerException : e) is IOException or UnauthorizedAccessException)
            {
                WriteError(new ErrorRecord(e is RuntimeException
                    ? e.InnerException! : e, "NewItemIOError", ErrorCategory.WriteError, path));
            }
        }
    }
}
