namespace Amazon.Glue.Model;

/// <summary>The shape ColumnRowFilter of AWS Glue.</summary>
public partial class ColumnRowFilter
{
    /// <summary>The column name. 1 to 255 characters.</summary>
    public string ColumnName { get; set; }

    /// <summary>The row filter expression. At most 2048 characters.</summary>
    public string RowFilterExpression { get; set; }
}
