using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of GetConnection.</summary>
public partial class GetConnectionResponse : AmazonWebServiceResponse
{
    /// <summary>The connection.</summary>
    public Connection Connection { get; set; }
}
