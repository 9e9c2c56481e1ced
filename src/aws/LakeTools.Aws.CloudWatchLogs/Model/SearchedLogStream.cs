namespace Amazon.CloudWatchLogs.Model;

/// <summary>The shape SearchedLogStream of Amazon CloudWatch Logs.</summary>
public partial class SearchedLogStream
{
    /// <summary>The log stream name. 1 to 512 characters.</summary>
    public string LogStreamName { get; set; }

    /// <summary>The flag SearchedCompletely.</summary>
    public bool? SearchedCompletely { get; set; }
}
