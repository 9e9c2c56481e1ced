using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of GetDataLakeSettings.</summary>
public partial class GetDataLakeSettingsRequest : AmazonLakeFormationRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }
}
