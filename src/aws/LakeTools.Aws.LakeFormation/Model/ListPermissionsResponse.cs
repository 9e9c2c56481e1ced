using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of ListPermissions.</summary>
public partial class ListPermissionsResponse : AmazonWebServiceResponse
{
    /// <summary>The principal resource permissions.</summary>
    public List<PrincipalResourcePermissions> PrincipalResourcePermissions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
