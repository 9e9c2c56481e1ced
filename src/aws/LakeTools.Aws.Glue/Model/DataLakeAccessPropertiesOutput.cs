namespace Amazon.Glue.Model;

/// <summary>The shape DataLakeAccessPropertiesOutput of AWS Glue.</summary>
public partial class DataLakeAccessPropertiesOutput
{
    /// <summary>The flag DataLakeAccess.</summary>
    public bool? DataLakeAccess { get; set; }

    /// <summary>The data transfer role.</summary>
    public string DataTransferRole { get; set; }

    /// <summary>The kms key.</summary>
    public string KmsKey { get; set; }

    /// <summary>The managed workgroup name. 1 to 255 characters.</summary>
    public string ManagedWorkgroupName { get; set; }

    /// <summary>The managed workgroup status. 1 to 255 characters.</summary>
    public string ManagedWorkgroupStatus { get; set; }

    /// <summary>The redshift database name. 1 to 255 characters.</summary>
    public string RedshiftDatabaseName { get; set; }

    /// <summary>The status message. 1 to 255 characters.</summary>
    public string StatusMessage { get; set; }

    /// <summary>The catalog type. 1 to 255 characters.</summary>
    public string CatalogType { get; set; }
}
