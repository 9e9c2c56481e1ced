namespace Amazon.Glue.Model;

/// <summary>The shape Order of AWS Glue.</summary>
public partial class Order
{
    /// <summary>The column. Required. 1 to 255 characters.</summary>
    public string Column { get; set; }

    /// <summary>The sort order. Required. 0 to 1.</summary>
    public int? SortOrder { get; set; }
}
