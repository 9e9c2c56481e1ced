using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of GetTableVersions.</summary>
public partial class GetTableVersionsResponse : AmazonWebServiceResponse
{
    /// <summary>The table versions.</summary>
    public List<TableVersion> TableVersions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
