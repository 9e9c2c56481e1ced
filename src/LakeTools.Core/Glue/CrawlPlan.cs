namespace LakeTools.Core.Glue;

/// <summary>The targets of a crawl, and its actions.</summary>
/// <param name="Crawler">The crawler's name.</param>
/// <param name="Folders">Folders in S3, each with the patterns of what is left out.</param>
/// <param name="DatabaseName">The database that its tables go to.</param>
/// <param name="TablePrefix">The prefix of the names of its tables.</param>
/// <param name="UpdateBehavior">LOG or UPDATE_IN_DATABASE.</param>
/// <param name="DeleteBehavior">LOG, DELETE_FROM_DATABASE or DEPRECATE_IN_DATABASE.</param>
public sealed record CrawlPlan(
    string Crawler,
    IReadOnlyList<(string Uri, IReadOnlyList<string> Exclusions)> Folders,
    string DatabaseName,
    string TablePrefix,
    string UpdateBehavior,
    string DeleteBehavior);
