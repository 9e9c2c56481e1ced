namespace Amazon.LakeFormation.Model;

/// <summary>The shape TaggedTable of AWS Lake Formation.</summary>
public partial class TaggedTable
{
    /// <summary>The table.</summary>
    public TableResource Table { get; set; }

    /// <summary>The LF-tag on database. 1 to 50 items.</summary>
    public List<LFTagPair> LFTagOnDatabase { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The LF-tags on table. 1 to 50 items.</summary>
    public List<LFTagPair> LFTagsOnTable { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The LF-tags on columns.</summary>
    public List<ColumnLFTag> LFTagsOnColumns { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
