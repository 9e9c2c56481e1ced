namespace Amazon.LakeFormation.Model;

/// <summary>The shape RowFilter of AWS Lake Formation.</summary>
public partial class RowFilter
{
    /// <summary>The filter expression. At most 2048 characters.</summary>
    public string FilterExpression { get; set; }

    /// <summary>The all rows wildcard.</summary>
    public AllRowsWildcard AllRowsWildcard { get; set; }
}
