namespace Amazon.Glue.Model;

/// <summary>The shape PartitionInput of AWS Glue.</summary>
public partial class PartitionInput
{
    /// <summary>The values. Each: 1 to 1024 characters.</summary>
    public List<string> Values { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The last access time. UTC.</summary>
    public DateTime? LastAccessTime { get; set; }

    /// <summary>The storage descriptor.</summary>
    public StorageDescriptor StorageDescriptor { get; set; }

    /// <summary>The parameters.</summary>
    public Dictionary<string, string> Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The last analyzed time. UTC.</summary>
    public DateTime? LastAnalyzedTime { get; set; }
}
