namespace Amazon.Glue.Model;

/// <summary>The shape StorageDescriptor of AWS Glue.</summary>
public partial class StorageDescriptor
{
    /// <summary>The columns.</summary>
    public List<Column> Columns { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The location. At most 2056 characters.</summary>
    public string Location { get; set; }

    /// <summary>The additional locations. Each: at most 2056 characters.</summary>
    public List<string> AdditionalLocations { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The input format. At most 128 characters.</summary>
    public string InputFormat { get; set; }

    /// <summary>The output format. At most 128 characters.</summary>
    public string OutputFormat { get; set; }

    /// <summary>The flag Compressed.</summary>
    public bool? Compressed { get; set; }

    /// <summary>The number of buckets.</summary>
    public int? NumberOfBuckets { get; set; }

    /// <summary>The serde info.</summary>
    public SerDeInfo SerdeInfo { get; set; }

    /// <summary>The bucket columns. Each: 1 to 255 characters.</summary>
    public List<string> BucketColumns { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The sort columns.</summary>
    public List<Order> SortColumns { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The parameters.</summary>
    public Dictionary<string, string> Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The skewed info.</summary>
    public SkewedInfo SkewedInfo { get; set; }

    /// <summary>The flag StoredAsSubDirectories.</summary>
    public bool? StoredAsSubDirectories { get; set; }

    /// <summary>The schema reference.</summary>
    public SchemaReference SchemaReference { get; set; }
}
