namespace Amazon.Glue.Model;

/// <summary>The shape DataLakeAccessProperties of AWS Glue.</summary>
public partial class DataLakeAccessProperties
{
    /// <summary>The flag DataLakeAccess.</summary>
    public bool? DataLakeAccess { get; set; }

    /// <summary>The data transfer role.</summary>
    public string DataTransferRole { get; set; }

    /// <summary>The kms key.</summary>
    public string KmsKey { get; set; }

    /// <summary>The catalog type. 1 to 255 characters.</summary>
    public string CatalogType { get; set; }
}
