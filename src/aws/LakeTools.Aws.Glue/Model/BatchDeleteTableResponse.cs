using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of BatchDeleteTable.</summary>
public partial class BatchDeleteTableResponse : AmazonWebServiceResponse
{
    /// <summary>The errors.</summary>
    public List<TableError> Errors { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
