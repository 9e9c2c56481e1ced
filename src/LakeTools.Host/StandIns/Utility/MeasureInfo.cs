namespace Microsoft.PowerShell.Commands;

/// <summary>What all measurements have.</summary>
public abstract class MeasureInfo
{
    public string? Property { get; set; }
}
