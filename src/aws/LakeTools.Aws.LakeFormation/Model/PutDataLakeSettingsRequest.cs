using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of PutDataLakeSettings.</summary>
public partial class PutDataLakeSettingsRequest : AmazonLakeFormationRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The data lake settings. Required.</summary>
    public DataLakeSettings DataLakeSettings { get; set; }
}
