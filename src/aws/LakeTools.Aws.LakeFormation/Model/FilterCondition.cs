namespace Amazon.LakeFormation.Model;

/// <summary>The shape FilterCondition of AWS Lake Formation.</summary>
public partial class FilterCondition
{
    /// <summary>The field.</summary>
    public FieldNameString Field { get; set; }

    /// <summary>The comparison operator.</summary>
    public ComparisonOperator ComparisonOperator { get; set; }

    /// <summary>The string value list.</summary>
    public List<string> StringValueList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
