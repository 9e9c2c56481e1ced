using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The answer of PutLogEvents.</summary>
public partial class PutLogEventsResponse : AmazonWebServiceResponse
{
    /// <summary>The next sequence token. At least 1 character.</summary>
    public string NextSequenceToken { get; set; }

    /// <summary>The rejected log events info.</summary>
    public RejectedLogEventsInfo RejectedLogEventsInfo { get; set; }
}
