namespace Amazon.Glue.Model;

/// <summary>The shape IcebergTableUpdate of AWS Glue.</summary>
public partial class IcebergTableUpdate
{
    /// <summary>The schema. Required.</summary>
    public IcebergSchema Schema { get; set; }

    /// <summary>The partition spec.</summary>
    public IcebergPartitionSpec PartitionSpec { get; set; }

    /// <summary>The sort order.</summary>
    public IcebergSortOrder SortOrder { get; set; }

    /// <summary>The location. Required. At most 2056 characters.</summary>
    public string Location { get; set; }

    /// <summary>The properties.</summary>
    public Dictionary<string, string> Properties { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The action.</summary>
    public IcebergUpdateAction Action { get; set; }

    /// <summary>The encryption key.</summary>
    public IcebergEncryptedKey EncryptionKey { get; set; }

    /// <summary>The key id. At most 2056 characters.</summary>
    public string KeyId { get; set; }
}
