using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of ListLFTagExpressions.</summary>
public partial class ListLFTagExpressionsResponse : AmazonWebServiceResponse
{
    /// <summary>The LF-tag expressions.</summary>
    public List<LFTagExpression> LFTagExpressions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
