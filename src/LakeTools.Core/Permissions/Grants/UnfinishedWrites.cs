namespace LakeTools.Core.Permissions.Grants;

/// <summary>The unfinished writes when grants or revokes were stopped before their end.</summary>
/// <param name="Unanswered">Sent without a response, so they may or may not be done. To send them again does no harm.</param>
/// <param name="Unsent">Not done: never sent, or refused with a transient error and not sent again.</param>
public sealed record UnfinishedWrites(IReadOnlyList<LakePermission> Unanswered, IReadOnlyList<LakePermission> Unsent);
