namespace Amazon.CloudWatchLogs.Model;

/// <summary>The shape RejectedLogEventsInfo of Amazon CloudWatch Logs.</summary>
public partial class RejectedLogEventsInfo
{
    /// <summary>The too new log event start index.</summary>
    public int? TooNewLogEventStartIndex { get; set; }

    /// <summary>The too old log event end index.</summary>
    public int? TooOldLogEventEndIndex { get; set; }

    /// <summary>The expired log event end index.</summary>
    public int? ExpiredLogEventEndIndex { get; set; }
}
