namespace Amazon.LakeFormation.Model;

/// <summary>The shape LFTagExpressionResource of AWS Lake Formation.</summary>
public partial class LFTagExpressionResource
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The name. Required. 1 to 255 characters.</summary>
    public string Name { get; set; }
}
