using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of DeleteLFTagExpression.</summary>
public partial class DeleteLFTagExpressionResponse : AmazonWebServiceResponse
{
}
