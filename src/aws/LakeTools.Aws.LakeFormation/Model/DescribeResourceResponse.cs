using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of DescribeResource.</summary>
public partial class DescribeResourceResponse : AmazonWebServiceResponse
{
    /// <summary>The resource info.</summary>
    public ResourceInfo ResourceInfo { get; set; }
}
