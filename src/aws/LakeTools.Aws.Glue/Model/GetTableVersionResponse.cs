using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of GetTableVersion.</summary>
public partial class GetTableVersionResponse : AmazonWebServiceResponse
{
    /// <summary>The table version.</summary>
    public TableVersion TableVersion { get; set; }
}
