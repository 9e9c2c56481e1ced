using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of ListLakeFormationOptIns.</summary>
public partial class ListLakeFormationOptInsResponse : AmazonWebServiceResponse
{
    /// <summary>The lake formation opt ins info list.</summary>
    public List<LakeFormationOptInsInfo> LakeFormationOptInsInfoList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
