namespace Amazon.Glue.Model;

/// <summary>The shape Partition of AWS Glue.</summary>
public partial class Partition
{
    /// <summary>The values. Each: 1 to 1024 characters.</summary>
    public List<string> Values { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The database name. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The table name. 1 to 255 characters.</summary>
    public string TableName { get; set; }

    /// <summary>The creation time. UTC.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>The last access time. UTC.</summary>
    public DateTime? LastAccessTime { get; set; }

    /// <summary>The storage descriptor.</summary>
    public StorageDescriptor StorageDescriptor { get; set; }

    /// <summary>The parameters.</summary>
    public Dictionary<string, string> Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The last analyzed time. UTC.</summary>
    public DateTime? LastAnalyzedTime { get; set; }

    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }
}
