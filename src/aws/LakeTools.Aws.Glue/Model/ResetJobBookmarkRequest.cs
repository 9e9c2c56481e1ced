using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of ResetJobBookmark.</summary>
public partial class ResetJobBookmarkRequest : AmazonGlueRequest
{
    /// <summary>The job name. Required.</summary>
    public string JobName { get; set; }

    /// <summary>The run id.</summary>
    public string RunId { get; set; }
}
