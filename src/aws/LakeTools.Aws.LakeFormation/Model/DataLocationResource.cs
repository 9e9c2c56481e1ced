namespace Amazon.LakeFormation.Model;

/// <summary>The shape DataLocationResource of AWS Lake Formation.</summary>
public partial class DataLocationResource
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The resource arn. Required.</summary>
    public string ResourceArn { get; set; }
}
