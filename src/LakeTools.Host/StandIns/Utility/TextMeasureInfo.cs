namespace Microsoft.PowerShell.Commands;

/// <summary>A measurement of text.</summary>
public sealed class TextMeasureInfo : MeasureInfo
{
    public int? Lines { get; set; }

    public int? Words { get; set; }

    public int? Characters { get; set; }
}
