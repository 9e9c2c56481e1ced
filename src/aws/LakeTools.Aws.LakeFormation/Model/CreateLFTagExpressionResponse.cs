using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of CreateLFTagExpression.</summary>
public partial class CreateLFTagExpressionResponse : AmazonWebServiceResponse
{
}
