namespace Amazon.Glue.Model;

/// <summary>The shape CrawlerTargets of AWS Glue.</summary>
public partial class CrawlerTargets
{
    /// <summary>The S3 targets.</summary>
    public List<S3Target> S3Targets { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The jdbc targets.</summary>
    public List<JdbcTarget> JdbcTargets { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The mongo DB targets.</summary>
    public List<MongoDBTarget> MongoDBTargets { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The dynamo DB targets.</summary>
    public List<DynamoDBTarget> DynamoDBTargets { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The catalog targets.</summary>
    public List<CatalogTarget> CatalogTargets { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The delta targets.</summary>
    public List<DeltaTarget> DeltaTargets { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The iceberg targets.</summary>
    public List<IcebergTarget> IcebergTargets { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The hudi targets.</summary>
    public List<HudiTarget> HudiTargets { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
