namespace Amazon.LakeFormation.Model;

/// <summary>The shape LFTagPair of AWS Lake Formation.</summary>
public partial class LFTagPair
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The tag key. Required. 1 to 128 characters.</summary>
    public string TagKey { get; set; }

    /// <summary>The tag values. Required. 1 to 50 items. Each: at most 256 characters.</summary>
    public List<string> TagValues { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
