namespace Amazon.Glue.Model;

/// <summary>The shape IcebergSortField of AWS Glue.</summary>
public partial class IcebergSortField
{
    /// <summary>The source id. Required.</summary>
    public int? SourceId { get; set; }

    /// <summary>The transform. Required.</summary>
    public string Transform { get; set; }

    /// <summary>The direction. Required.</summary>
    public IcebergSortDirection Direction { get; set; }

    /// <summary>The null order. Required.</summary>
    public IcebergNullOrder NullOrder { get; set; }
}
