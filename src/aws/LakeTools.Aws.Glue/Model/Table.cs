namespace Amazon.Glue.Model;

/// <summary>The shape Table of AWS Glue.</summary>
public partial class Table
{
    /// <summary>The name. Required. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The database name. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The description. At most 2048 characters.</summary>
    public string Description { get; set; }

    /// <summary>The owner. 1 to 255 characters.</summary>
    public string Owner { get; set; }

    /// <summary>The create time. UTC.</summary>
    public DateTime? CreateTime { get; set; }

    /// <summary>The update time. UTC.</summary>
    public DateTime? UpdateTime { get; set; }

    /// <summary>The last access time. UTC.</summary>
    public DateTime? LastAccessTime { get; set; }

    /// <summary>The last analyzed time. UTC.</summary>
    public DateTime? LastAnalyzedTime { get; set; }

    /// <summary>The retention. 0 or more.</summary>
    public int? Retention { get; set; }

    /// <summary>The storage descriptor.</summary>
    public StorageDescriptor StorageDescriptor { get; set; }

    /// <summary>The partition keys.</summary>
    public List<Column> PartitionKeys { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The view original text. At most 409600 characters.</summary>
    public string ViewOriginalText { get; set; }

    /// <summary>The view expanded text. At most 409600 characters.</summary>
    public string ViewExpandedText { get; set; }

    /// <summary>The table type. At most 255 characters.</summary>
    public string TableType { get; set; }

    /// <summary>The parameters.</summary>
    public Dictionary<string, string> Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The created by. 1 to 255 characters.</summary>
    public string CreatedBy { get; set; }

    /// <summary>The flag IsRegisteredWithLakeFormation.</summary>
    public bool? IsRegisteredWithLakeFormation { get; set; }

    /// <summary>The target table.</summary>
    public TableIdentifier TargetTable { get; set; }

    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The version id. 1 to 255 characters.</summary>
    public string VersionId { get; set; }

    /// <summary>The federated table.</summary>
    public FederatedTable FederatedTable { get; set; }

    /// <summary>The view definition.</summary>
    public ViewDefinition ViewDefinition { get; set; }

    /// <summary>The flag IsMultiDialectView.</summary>
    public bool? IsMultiDialectView { get; set; }

    /// <summary>The flag IsMaterializedView.</summary>
    public bool? IsMaterializedView { get; set; }

    /// <summary>The iceberg table metadata.</summary>
    public IcebergTableMetadata IcebergTableMetadata { get; set; }

    /// <summary>The status.</summary>
    public TableStatus Status { get; set; }
}
