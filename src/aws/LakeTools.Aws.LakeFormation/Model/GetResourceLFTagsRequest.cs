using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of GetResourceLFTags.</summary>
public partial class GetResourceLFTagsRequest : AmazonLakeFormationRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The resource. Required.</summary>
    public Resource Resource { get; set; }

    /// <summary>The flag ShowAssignedLFTags.</summary>
    public bool? ShowAssignedLFTags { get; set; }
}
