using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of GetTables.</summary>
public partial class GetTablesResponse : AmazonWebServiceResponse
{
    /// <summary>The table list.</summary>
    public List<Table> TableList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
