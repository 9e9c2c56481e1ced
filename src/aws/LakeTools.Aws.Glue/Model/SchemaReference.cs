namespace Amazon.Glue.Model;

/// <summary>The shape SchemaReference of AWS Glue.</summary>
public partial class SchemaReference
{
    /// <summary>The schema id.</summary>
    public SchemaId SchemaId { get; set; }

    /// <summary>The schema version id. Exactly 36 characters.</summary>
    public string SchemaVersionId { get; set; }

    /// <summary>The schema version number. 1 to 100000.</summary>
    public long? SchemaVersionNumber { get; set; }
}
