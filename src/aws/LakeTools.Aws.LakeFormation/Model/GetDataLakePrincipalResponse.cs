using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of GetDataLakePrincipal.</summary>
public partial class GetDataLakePrincipalResponse : AmazonWebServiceResponse
{
    /// <summary>The identity.</summary>
    public string Identity { get; set; }
}
