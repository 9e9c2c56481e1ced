namespace Amazon.LakeFormation.Model;

/// <summary>The shape CatalogResource of AWS Lake Formation.</summary>
public partial class CatalogResource
{
    /// <summary>The id. 1 to 255 characters.</summary>
    public string Id { get; set; }
}
