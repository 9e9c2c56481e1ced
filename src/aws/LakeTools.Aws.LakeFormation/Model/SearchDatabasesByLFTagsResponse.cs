using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of SearchDatabasesByLFTags.</summary>
public partial class SearchDatabasesByLFTagsResponse : AmazonWebServiceResponse
{
    /// <summary>The next token.</summary>
    public string NextToken { get; set; }

    /// <summary>The database list.</summary>
    public List<TaggedDatabase> DatabaseList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
