using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of ListLakeFormationOptIns.</summary>
public partial class ListLakeFormationOptInsRequest : AmazonLakeFormationRequest
{
    /// <summary>The principal.</summary>
    public DataLakePrincipal Principal { get; set; }

    /// <summary>The resource.</summary>
    public Resource Resource { get; set; }

    /// <summary>The max results. 1 to 1000.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
