using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of GetJobBookmark.</summary>
public partial class GetJobBookmarkResponse : AmazonWebServiceResponse
{
    /// <summary>The job bookmark entry.</summary>
    public JobBookmarkEntry JobBookmarkEntry { get; set; }
}
