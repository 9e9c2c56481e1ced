namespace LakeTools.Core.Glue;

/// <summary>A job or a crawler that a trigger starts.</summary>
/// <param name="JobName">The job; null for a crawler.</param>
/// <param name="CrawlerName">The crawler; null for a job.</param>
/// <param name="Argument">The arguments of the job.</param>
internal sealed record TriggerStart(string? JobName, string? CrawlerName, IReadOnlyDictionary<string, string> Argument);
