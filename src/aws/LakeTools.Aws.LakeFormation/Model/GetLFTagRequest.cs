using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of GetLFTag.</summary>
public partial class GetLFTagRequest : AmazonLakeFormationRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The tag key. Required. 1 to 128 characters.</summary>
    public string TagKey { get; set; }
}
