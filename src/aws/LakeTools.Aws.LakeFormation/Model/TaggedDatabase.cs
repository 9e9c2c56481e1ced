namespace Amazon.LakeFormation.Model;

/// <summary>The shape TaggedDatabase of AWS Lake Formation.</summary>
public partial class TaggedDatabase
{
    /// <summary>The database.</summary>
    public DatabaseResource Database { get; set; }

    /// <summary>The LF-tags. 1 to 50 items.</summary>
    public List<LFTagPair> LFTags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
