namespace Amazon.Glue.Model;

/// <summary>The shape IcebergEncryptedKey of AWS Glue.</summary>
public partial class IcebergEncryptedKey
{
    /// <summary>The key id. Required. At most 2056 characters.</summary>
    public string KeyId { get; set; }

    /// <summary>The encrypted key metadata. Required. At most 2056 characters.</summary>
    public string EncryptedKeyMetadata { get; set; }

    /// <summary>The encrypted by id. At most 2056 characters.</summary>
    public string EncryptedById { get; set; }

    /// <summary>The properties.</summary>
    public Dictionary<string, string> Properties { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
