namespace Amazon.Glue.Model;

/// <summary>The shape IcebergSortOrder of AWS Glue.</summary>
public partial class IcebergSortOrder
{
    /// <summary>The order id. Required.</summary>
    public int? OrderId { get; set; }

    /// <summary>The fields. Required.</summary>
    public List<IcebergSortField> Fields { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
