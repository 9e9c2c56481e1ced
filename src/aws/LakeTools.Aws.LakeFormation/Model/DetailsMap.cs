namespace Amazon.LakeFormation.Model;

/// <summary>The shape DetailsMap of AWS Lake Formation.</summary>
public partial class DetailsMap
{
    /// <summary>The resource share.</summary>
    public List<string> ResourceShare { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
