using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of CreateLFTagExpression.</summary>
public partial class CreateLFTagExpressionRequest : AmazonLakeFormationRequest
{
    /// <summary>The name. Required. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The description. At most 2048 characters.</summary>
    public string Description { get; set; }

    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The expression. Required.</summary>
    public List<LFTag> Expression { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
