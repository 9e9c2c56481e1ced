namespace Amazon.Glue.Model;

/// <summary>The shape Segment of AWS Glue.</summary>
public partial class Segment
{
    /// <summary>The segment number. Required. 0 or more.</summary>
    public int? SegmentNumber { get; set; }

    /// <summary>The total segments. Required. 1 to 10.</summary>
    public int? TotalSegments { get; set; }
}
