using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of GetEffectivePermissionsForPath.</summary>
public partial class GetEffectivePermissionsForPathResponse : AmazonWebServiceResponse
{
    /// <summary>The permissions.</summary>
    public List<PrincipalResourcePermissions> Permissions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
