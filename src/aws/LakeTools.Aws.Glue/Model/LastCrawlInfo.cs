namespace Amazon.Glue.Model;

/// <summary>The shape LastCrawlInfo of AWS Glue.</summary>
public partial class LastCrawlInfo
{
    /// <summary>The status.</summary>
    public LastCrawlStatus Status { get; set; }

    /// <summary>The error message. At most 2048 characters.</summary>
    public string ErrorMessage { get; set; }

    /// <summary>The log group. 1 to 512 characters.</summary>
    public string LogGroup { get; set; }

    /// <summary>The log stream. 1 to 512 characters.</summary>
    public string LogStream { get; set; }

    /// <summary>The message prefix. 1 to 255 characters.</summary>
    public string MessagePrefix { get; set; }

    /// <summary>The start time. UTC.</summary>
    public DateTime? StartTime { get; set; }
}
