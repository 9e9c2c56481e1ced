namespace Amazon.Glue.Model;

/// <summary>The shape IcebergSchema of AWS Glue.</summary>
public partial class IcebergSchema
{
    /// <summary>The schema id.</summary>
    public int? SchemaId { get; set; }

    /// <summary>The identifier field ids.</summary>
    public List<int> IdentifierFieldIds { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The type.</summary>
    public IcebergStructTypeEnum Type { get; set; }

    /// <summary>The fields. Required.</summary>
    public List<IcebergStructField> Fields { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
