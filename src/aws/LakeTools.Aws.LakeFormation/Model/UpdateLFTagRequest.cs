using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of UpdateLFTag.</summary>
public partial class UpdateLFTagRequest : AmazonLakeFormationRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The tag key. Required. 1 to 128 characters.</summary>
    public string TagKey { get; set; }

    /// <summary>The tag values to delete. 1 to 50 items. Each: at most 256 characters.</summary>
    public List<string> TagValuesToDelete { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The tag values to add. 1 to 50 items. Each: at most 256 characters.</summary>
    public List<string> TagValuesToAdd { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
