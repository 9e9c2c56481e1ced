using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of CreateTable.</summary>
public partial class CreateTableResponse : AmazonWebServiceResponse
{
}
