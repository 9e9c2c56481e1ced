using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of BatchDeleteConnection.</summary>
public partial class BatchDeleteConnectionResponse : AmazonWebServiceResponse
{
    /// <summary>The succeeded. Each: 1 to 255 characters.</summary>
    public List<string> Succeeded { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The errors.</summary>
    public Dictionary<string, ErrorDetail> Errors { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
