namespace Amazon.CloudWatchLogs.Model;

/// <summary>The shape InputLogEvent of Amazon CloudWatch Logs.</summary>
public partial class InputLogEvent
{
    /// <summary>The timestamp. Required. 0 or more.</summary>
    public long? Timestamp { get; set; }

    /// <summary>The message. Required. At least 1 character.</summary>
    public string Message { get; set; }
}
