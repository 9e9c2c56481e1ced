namespace LakeTools.Local.Crawls;

/// <summary>The changes that a crawl made.</summary>
/// <param name="Created">Tables that it made.</param>
/// <param name="Updated">Tables that it changed.</param>
/// <param name="Deleted">Tables that it removed, or marked as gone.</param>
public sealed record CrawlCounts(int Created, int Updated, int Deleted);
