using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of GetTable.</summary>
public partial class GetTableResponse : AmazonWebServiceResponse
{
    /// <summary>The table.</summary>
    public Table Table { get; set; }
}
