namespace LakeTools.Local.Identity;

/// <summary>The tags that AssumeRole was given for a session.</summary>
/// <param name="Values">Values by key.</param>
/// <param name="Transitive">The keys that pass on to sessions that this one begins.</param>
internal sealed record SessionTags(IReadOnlyDictionary<string, string> Values, IReadOnlyCollection<string> Transitive);
