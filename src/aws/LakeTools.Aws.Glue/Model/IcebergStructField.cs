namespace Amazon.Glue.Model;

/// <summary>The shape IcebergStructField of AWS Glue.</summary>
public partial class IcebergStructField
{
    /// <summary>The id. Required.</summary>
    public int? Id { get; set; }

    /// <summary>The name. Required. 1 to 1024 characters.</summary>
    public string Name { get; set; }

    /// <summary>The flag Required. Required.</summary>
    public bool? Required { get; set; }

    /// <summary>The doc. At most 255 characters.</summary>
    public string Doc { get; set; }
}
