using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of SearchTables.</summary>
public partial class SearchTablesResponse : AmazonWebServiceResponse
{
    /// <summary>The next token.</summary>
    public string NextToken { get; set; }

    /// <summary>The table list.</summary>
    public List<Table> TableList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
