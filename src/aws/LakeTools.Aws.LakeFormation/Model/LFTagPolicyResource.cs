namespace Amazon.LakeFormation.Model;

/// <summary>The shape LFTagPolicyResource of AWS Lake Formation.</summary>
public partial class LFTagPolicyResource
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The resource type. Required.</summary>
    public ResourceType ResourceType { get; set; }

    /// <summary>The expression.</summary>
    public List<LFTag> Expression { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The expression name. 1 to 255 characters.</summary>
    public string ExpressionName { get; set; }
}
