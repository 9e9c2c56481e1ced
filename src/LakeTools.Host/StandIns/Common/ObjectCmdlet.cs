namespace Microsoft.PowerShell.Commands;

/// <summary>A cmdlet over objects of the pipeline.</summary>
public abstract class ObjectCmdlet : PSCmdlet
{
    /// <summary>The object.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>An error about one object; the rest goes on.</summary>
    protected void Report(Exception exception, string id, ErrorCategory category, object? target) =>
        WriteError(new ErrorRecord(exception, id, category, target));
}
