namespace Amazon.Glue.Model;

/// <summary>The shape IcebergTableMetadata of AWS Glue.</summary>
public partial class IcebergTableMetadata
{
    /// <summary>The format version. 1 to 255 characters.</summary>
    public string FormatVersion { get; set; }

    /// <summary>The table uuid. At most 100 characters.</summary>
    public string TableUuid { get; set; }

    /// <summary>The location. At most 2056 characters.</summary>
    public string Location { get; set; }

    /// <summary>The properties.</summary>
    public Dictionary<string, string> Properties { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The schemas.</summary>
    public List<IcebergSchema> Schemas { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The current schema id.</summary>
    public int? CurrentSchemaId { get; set; }

    /// <summary>The last column id.</summary>
    public int? LastColumnId { get; set; }

    /// <summary>The partition specs.</summary>
    public List<IcebergPartitionSpec> PartitionSpecs { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The default spec id.</summary>
    public int? DefaultSpecId { get; set; }

    /// <summary>The last partition id.</summary>
    public int? LastPartitionId { get; set; }

    /// <summary>The sort orders.</summary>
    public List<IcebergSortOrder> SortOrders { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The default sort order id.</summary>
    public int? DefaultSortOrderId { get; set; }
}
