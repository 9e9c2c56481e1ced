namespace Amazon.Glue.Model;

/// <summary>The shape Crawler of AWS Glue.</summary>
public partial class Crawler
{
    /// <summary>The name. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The role.</summary>
    public string Role { get; set; }

    /// <summary>The targets.</summary>
    public CrawlerTargets Targets { get; set; }

    /// <summary>The database name.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The description. At most 2048 characters.</summary>
    public string Description { get; set; }

    /// <summary>The classifiers. Each: 1 to 255 characters.</summary>
    public List<string> Classifiers { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The recrawl policy.</summary>
    public RecrawlPolicy RecrawlPolicy { get; set; }

    /// <summary>The schema change policy.</summary>
    public SchemaChangePolicy SchemaChangePolicy { get; set; }

    /// <summary>The lineage configuration.</summary>
    public LineageConfiguration LineageConfiguration { get; set; }

    /// <summary>The state.</summary>
    public CrawlerState State { get; set; }

    /// <summary>The table prefix. At most 128 characters.</summary>
    public string TablePrefix { get; set; }

    /// <summary>The schedule.</summary>
    public Schedule Schedule { get; set; }

    /// <summary>The crawl elapsed time.</summary>
    public long? CrawlElapsedTime { get; set; }

    /// <summary>The creation time. UTC.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>The last updated. UTC.</summary>
    public DateTime? LastUpdated { get; set; }

    /// <summary>The last crawl.</summary>
    public LastCrawlInfo LastCrawl { get; set; }

    /// <summary>The version.</summary>
    public long? Version { get; set; }

    /// <summary>The configuration.</summary>
    public string Configuration { get; set; }

    /// <summary>The crawler security configuration. At most 128 characters.</summary>
    public string CrawlerSecurityConfiguration { get; set; }

    /// <summary>The lake formation configuration.</summary>
    public LakeFormationConfiguration LakeFormationConfiguration { get; set; }
}
