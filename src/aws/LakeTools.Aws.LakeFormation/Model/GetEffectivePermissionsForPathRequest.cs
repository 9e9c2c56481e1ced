using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of GetEffectivePermissionsForPath.</summary>
public partial class GetEffectivePermissionsForPathRequest : AmazonLakeFormationRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The resource arn. Required.</summary>
    public string ResourceArn { get; set; }

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }

    /// <summary>The max results. 1 to 1000.</summary>
    public int? MaxResults { get; set; }
}
