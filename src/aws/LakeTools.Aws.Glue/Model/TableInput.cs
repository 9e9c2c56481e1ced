namespace Amazon.Glue.Model;

/// <summary>The shape TableInput of AWS Glue.</summary>
public partial class TableInput
{
    /// <summary>The name. Required. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The description. At most 2048 characters.</summary>
    public string Description { get; set; }

    /// <summary>The owner. 1 to 255 characters.</summary>
    public string Owner { get; set; }

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

    /// <summary>The target table.</summary>
    public TableIdentifier TargetTable { get; set; }

    /// <summary>The view definition.</summary>
    public ViewDefinitionInput ViewDefinition { get; set; }
}
