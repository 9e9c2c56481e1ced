using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of ListPermissions.</summary>
public partial class ListPermissionsRequest : AmazonLakeFormationRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The principal.</summary>
    public DataLakePrincipal Principal { get; set; }

    /// <summary>The resource type.</summary>
    public DataLakeResourceType ResourceType { get; set; }

    /// <summary>The resource.</summary>
    public Resource Resource { get; set; }

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }

    /// <summary>The max results. 1 to 1000.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The include related. 1 to 5 characters.</summary>
    public string IncludeRelated { get; set; }
}
