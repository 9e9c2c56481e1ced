using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of DeregisterResource.</summary>
public partial class DeregisterResourceResponse : AmazonWebServiceResponse
{
}
