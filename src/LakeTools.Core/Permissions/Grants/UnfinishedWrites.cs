namespace LakeTools.Core.Permissions.Grants;

/// <summary>What was left when grants or revokes were stopped before their end.</summary>
/// <param name="Unanswered">Sent, and no answer came: done or not. To send them again does no harm.</param>
/// <param name="Unsent">Not done: never sent, or refused for a moment's reason and not sent again.</param>
public sealed record UnfinishedWrites(IReadOnlyList<LakePermission> Unanswered, IReadOnlyList<LakePermission> Unsent);
