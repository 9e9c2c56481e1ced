using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of ResetJobBookmark.</summary>
public partial class ResetJobBookmarkResponse : AmazonWebServiceResponse
{
    /// <summary>The job bookmark entry.</summary>
    public JobBookmarkEntry JobBookmarkEntry { get; set; }
}
