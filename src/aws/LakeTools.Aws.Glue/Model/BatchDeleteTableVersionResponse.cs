using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of BatchDeleteTableVersion.</summary>
public partial class BatchDeleteTableVersionResponse : AmazonWebServiceResponse
{
    /// <summary>The errors.</summary>
    public List<TableVersionError> Errors { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
