using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of GetDatabase.</summary>
public partial class GetDatabaseResponse : AmazonWebServiceResponse
{
    /// <summary>The database.</summary>
    public Database Database { get; set; }
}
