using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of UpdateLFTagExpression.</summary>
public partial class UpdateLFTagExpressionResponse : AmazonWebServiceResponse
{
}
