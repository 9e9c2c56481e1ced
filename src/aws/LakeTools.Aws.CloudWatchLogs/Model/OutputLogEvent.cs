namespace Amazon.CloudWatchLogs.Model;

/// <summary>The shape OutputLogEvent of Amazon CloudWatch Logs.</summary>
public partial class OutputLogEvent
{
    /// <summary>The timestamp. 0 or more.</summary>
    public long? Timestamp { get; set; }

    /// <summary>The message. At least 1 character.</summary>
    public string Message { get; set; }

    /// <summary>The ingestion time. 0 or more.</summary>
    public long? IngestionTime { get; set; }
}
