namespace Amazon.LakeFormation.Model;

/// <summary>The shape ColumnWildcard of AWS Lake Formation.</summary>
public partial class ColumnWildcard
{
    /// <summary>The excluded column names. Each: 1 to 255 characters.</summary>
    public List<string> ExcludedColumnNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
