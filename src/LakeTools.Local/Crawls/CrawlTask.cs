namespace LakeTools.Local.Crawls;

/// <summary>A crawl that the embedded lake wants done.</summary>
/// <param name="Crawler">The crawler's name.</param>
/// <param name="RoleArn">The role that it runs with.</param>
/// <param name="Folders">The folders of S3 to look through, each with the patterns of what is left out.</param>
/// <param name="DatabaseName">The database that its tables go to.</param>
/// <param name="TablePrefix">The prefix of its tables' names; empty for none.</param>
/// <param name="UpdateBehavior">LOG or UPDATE_IN_DATABASE.</param>
/// <param name="DeleteBehavior">LOG, DELETE_FROM_DATABASE or DEPRECATE_IN_DATABASE.</param>
public sealed record CrawlTask(
    string Crawler,
    string RoleArn,
    IReadOnlyList<(string Uri, IReadOnlyList<string> Exclusions)> Folders,
    string DatabaseName,
    string TablePrefix,
    string UpdateBehavior,
    string DeleteBehavior);
