using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of UpdateCrawler.</summary>
public partial class UpdateCrawlerRequest : AmazonGlueRequest
{
    /// <summary>The name. Required. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The role.</summary>
    public string Role { get; set; }

    /// <summary>The database name.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The description. At most 2048 characters.</summary>
    public string Description { get; set; }

    /// <summary>The targets.</summary>
    public CrawlerTargets Targets { get; set; }

    /// <summary>The schedule.</summary>
    public string Schedule { get; set; }

    /// <summary>The classifiers. Each: 1 to 255 characters.</summary>
    public List<string> Classifiers { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The table prefix. At most 128 characters.</summary>
    public string TablePrefix { get; set; }

    /// <summary>The schema change policy.</summary>
    public SchemaChangePolicy SchemaChangePolicy { get; set; }

    /// <summary>The recrawl policy.</summary>
    public RecrawlPolicy RecrawlPolicy { get; set; }

    /// <summary>The lineage configuration.</summary>
    public LineageConfiguration LineageConfiguration { get; set; }

    /// <summary>The lake formation configuration.</summary>
    public LakeFormationConfiguration LakeFormationConfiguration { get; set; }

    /// <summary>The configuration.</summary>
    public string Configuration { get; set; }

    /// <summary>The crawler security configuration. At most 128 characters.</summary>
    public string CrawlerSecurityConfiguration { get; set; }
}
