namespace Amazon.Glue.Model;

/// <summary>The shape MongoDBTarget of AWS Glue.</summary>
public partial class MongoDBTarget
{
    /// <summary>The connection name.</summary>
    public string ConnectionName { get; set; }

    /// <summary>The path.</summary>
    public string Path { get; set; }

    /// <summary>The flag ScanAll.</summary>
    public bool? ScanAll { get; set; }
}
