using Amazon.Runtime;

namespace Amazon.Glue;

/// <summary>The base of the requests to AWS Glue.</summary>
public partial class AmazonGlueRequest : AmazonWebServiceRequest
{
}
