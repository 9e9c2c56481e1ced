using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of GetLFTag.</summary>
public partial class GetLFTagResponse : AmazonWebServiceResponse
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The tag key. 1 to 128 characters.</summary>
    public string TagKey { get; set; }

    /// <summary>The tag values. 1 to 50 items. Each: at most 256 characters.</summary>
    public List<string> TagValues { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
