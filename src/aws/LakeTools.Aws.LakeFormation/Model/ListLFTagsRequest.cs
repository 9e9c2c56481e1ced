using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of ListLFTags.</summary>
public partial class ListLFTagsRequest : AmazonLakeFormationRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The resource share type.</summary>
    public ResourceShareType ResourceShareType { get; set; }

    /// <summary>The max results. 1 to 1000.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
