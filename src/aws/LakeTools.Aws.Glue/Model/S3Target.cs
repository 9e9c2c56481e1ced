namespace Amazon.Glue.Model;

/// <summary>The shape S3Target of AWS Glue.</summary>
public partial class S3Target
{
    /// <summary>The path.</summary>
    public string Path { get; set; }

    /// <summary>The exclusions.</summary>
    public List<string> Exclusions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The connection name.</summary>
    public string ConnectionName { get; set; }

    /// <summary>The sample size.</summary>
    public int? SampleSize { get; set; }

    /// <summary>The event queue arn.</summary>
    public string EventQueueArn { get; set; }

    /// <summary>The dlq event queue arn.</summary>
    public string DlqEventQueueArn { get; set; }
}
