namespace Amazon.CloudWatchLogs.Model;

/// <summary>The shape FilteredLogEvent of Amazon CloudWatch Logs.</summary>
public partial class FilteredLogEvent
{
    /// <summary>The log stream name. 1 to 512 characters.</summary>
    public string LogStreamName { get; set; }

    /// <summary>The timestamp. 0 or more.</summary>
    public long? Timestamp { get; set; }

    /// <summary>The message. At least 1 character.</summary>
    public string Message { get; set; }

    /// <summary>The ingestion time. 0 or more.</summary>
    public long? IngestionTime { get; set; }

    /// <summary>The event id.</summary>
    public string EventId { get; set; }
}
