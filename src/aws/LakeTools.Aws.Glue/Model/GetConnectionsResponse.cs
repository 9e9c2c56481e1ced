using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of GetConnections.</summary>
public partial class GetConnectionsResponse : AmazonWebServiceResponse
{
    /// <summary>The connection list.</summary>
    public List<Connection> ConnectionList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
