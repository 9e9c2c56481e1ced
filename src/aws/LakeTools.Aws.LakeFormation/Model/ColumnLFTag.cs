namespace Amazon.LakeFormation.Model;

/// <summary>The shape ColumnLFTag of AWS Lake Formation.</summary>
public partial class ColumnLFTag
{
    /// <summary>The name. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The LF-tags. 1 to 50 items.</summary>
    public List<LFTagPair> LFTags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
