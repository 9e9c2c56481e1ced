using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of DeleteLFTagExpression.</summary>
public partial class DeleteLFTagExpressionRequest : AmazonLakeFormationRequest
{
    /// <summary>The name. Required. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }
}
