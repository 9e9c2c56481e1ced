namespace Amazon.Glue.Model;

/// <summary>The shape SchemaId of AWS Glue.</summary>
public partial class SchemaId
{
    /// <summary>The schema arn. 1 to 10240 characters.</summary>
    public string SchemaArn { get; set; }

    /// <summary>The schema name. 1 to 255 characters.</summary>
    public string SchemaName { get; set; }

    /// <summary>The registry name. 1 to 255 characters.</summary>
    public string RegistryName { get; set; }
}
