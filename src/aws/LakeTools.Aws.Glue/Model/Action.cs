namespace Amazon.Glue.Model;

/// <summary>The shape Action of AWS Glue.</summary>
public partial class Action
{
    /// <summary>The job name. 1 to 255 characters.</summary>
    public string JobName { get; set; }

    /// <summary>The arguments.</summary>
    public Dictionary<string, string> Arguments { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The timeout. 1 or more.</summary>
    public int? Timeout { get; set; }

    /// <summary>The security configuration. 1 to 255 characters.</summary>
    public string SecurityConfiguration { get; set; }

    /// <summary>The notification property.</summary>
    public NotificationProperty NotificationProperty { get; set; }

    /// <summary>The crawler name. 1 to 255 characters.</summary>
    public string CrawlerName { get; set; }
}
