using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of GetTriggers.</summary>
public partial class GetTriggersRequest : AmazonGlueRequest
{
    /// <summary>The next token.</summary>
    public string NextToken { get; set; }

    /// <summary>The dependent job name. 1 to 255 characters.</summary>
    public string DependentJobName { get; set; }

    /// <summary>The max results. 1 to 200.</summary>
    public int? MaxResults { get; set; }
}
