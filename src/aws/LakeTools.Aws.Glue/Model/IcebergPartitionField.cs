namespace Amazon.Glue.Model;

/// <summary>The shape IcebergPartitionField of AWS Glue.</summary>
public partial class IcebergPartitionField
{
    /// <summary>The source id. Required.</summary>
    public int? SourceId { get; set; }

    /// <summary>The transform. Required.</summary>
    public string Transform { get; set; }

    /// <summary>The name. Required. 1 to 1024 characters.</summary>
    public string Name { get; set; }

    /// <summary>The field id.</summary>
    public int? FieldId { get; set; }
}
