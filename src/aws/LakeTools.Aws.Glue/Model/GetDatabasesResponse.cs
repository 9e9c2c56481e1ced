using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of GetDatabases.</summary>
public partial class GetDatabasesResponse : AmazonWebServiceResponse
{
    /// <summary>The database list. Required.</summary>
    public List<Database> DatabaseList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
