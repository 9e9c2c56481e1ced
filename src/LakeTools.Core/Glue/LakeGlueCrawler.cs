using Amazon.Glue.Model;
using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>A crawler, which finds tables in stores and writes them to the catalog. Times are local.</summary>
public sealed record LakeGlueCrawler
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The role that it runs as: a name or ARN.</summary>
    public string? Role { get; init; }

    /// <summary>The targets of the crawler.</summary>
    public IReadOnlyList<LakeGlueCrawlerTarget> Target { get; init => field = Listed.Of(value); } = Listed.None<LakeGlueCrawlerTarget>();

    /// <summary>The database that its tables go to.</summary>
    public string? DatabaseName { get; init; }

    /// <summary>The prefix of the names of its tables.</summary>
    public string? TablePrefix { get; init; }

    /// <summary>When it runs, in UTC: <c>cron(15 12 * * ? *)</c>; null if it has no schedule.</summary>
    public string? Schedule { get; init; }

    /// <summary>SCHEDULED, NOT_SCHEDULED or TRANSITIONING; null if it has no schedule.</summary>
    public string? ScheduleState { get; init; }

    /// <summary>Its own classifiers.</summary>
    public IReadOnlyList<string> Classifier { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>The action if the columns of a table change: LOG or UPDATE_IN_DATABASE.</summary>
    public string? UpdateBehavior { get; init; }

    /// <summary>The action if the data of a table does not exist any more: LOG, DELETE_FROM_DATABASE or DEPRECATE_IN_DATABASE.</summary>
    public string? DeleteBehavior { get; init; }

    /// <summary>Whether it looks at all again: CRAWL_EVERYTHING, CRAWL_NEW_FOLDERS_ONLY or CRAWL_EVENT_MODE.</summary>
    public string? RecrawlBehavior { get; init; }

    /// <summary>Further settings as JSON.</summary>
    public string? Configuration { get; init; }

    /// <summary>The security configuration.</summary>
    public string? SecurityConfiguration { get; init; }

    /// <summary>True if it reads with Lake Formation's credentials, and not its role's.</summary>
    public bool UseLakeFormationCredential { get; init; }

    /// <summary>The account whose Lake Formation credentials are used, if it is another account.</summary>
    public string? LakeFormationAccountId { get; init; }

    /// <summary>The settings of the crawler that no property has.</summary>
    internal IReadOnlyList<string> Further { get; init; } = [];

    /// <summary>The targets as Glue has them.</summary>
    internal CrawlerTargets? Targets { get; init; }

    /// <summary>READY, RUNNING or STOPPING.</summary>
    public string? State { get; init; }

    /// <summary>The status of its last crawl: SUCCEEDED, CANCELLED or FAILED; null before the first.</summary>
    public string? LastCrawlStatus { get; init; }

    /// <summary>When its last crawl began.</summary>
    public DateTime? LastCrawlOn { get; init; }

    /// <summary>Why its last crawl failed.</summary>
    public string? LastCrawlMessage { get; init; }

    /// <summary>The catalog that its tables go to.</summary>
    public string? CatalogId { get; init; }

    /// <summary>When it was created.</summary>
    public DateTime? CreatedOn { get; init; }

    /// <summary>When it was changed last.</summary>
    public DateTime? LastModifiedOn { get; init; }

    /// <summary>Shows the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
