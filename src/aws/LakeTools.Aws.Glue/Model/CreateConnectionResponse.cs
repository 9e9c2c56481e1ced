using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of CreateConnection.</summary>
public partial class CreateConnectionResponse : AmazonWebServiceResponse
{
    /// <summary>The create connection status.</summary>
    public ConnectionStatus CreateConnectionStatus { get; set; }
}
