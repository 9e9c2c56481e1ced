using Amazon.Glue.Model;

namespace LakeTools.Core.Glue;

/// <summary>A crawler in the form of the request that makes it, to compare the two.</summary>
internal static class MadeCrawler
{
    /// <summary>
    /// The members of the request. Glue returns the role of a crawler as a name or an ARN, and its schedule as a structure. Names of roles
    /// are unique in an account.
    /// </summary>
    /// <param name="crawler">The crawler.</param>
    /// <param name="role">The role of the request.</param>
    public static object Of(Crawler crawler, string role) => new
    {
        Role = NameOf(crawler.Role) == NameOf(role) ? role : crawler.Role,
        Schedule = crawler.Schedule?.ScheduleExpression,
        crawler.DatabaseName,
        crawler.Description,
        crawler.Targets,
        crawler.Classifiers,
        crawler.TablePrefix,
        crawler.SchemaChangePolicy,
        crawler.RecrawlPolicy,
        crawler.LakeFormationConfiguration,
        crawler.Configuration,
        crawler.CrawlerSecurityConfiguration,
    };

    private static string? NameOf(string? role) => role?[(role.LastIndexOf('/') + 1)..];
}
