using LakeTools.Rules.Permissions;

namespace LakeTools.Core.Permissions.Grants;

/// <summary>An entry of ListPermissions, with the service's facts about its last change.</summary>
/// <param name="Grant">The grant as it is listed.</param>
/// <param name="LastUpdated">When it was changed last, in UTC; null if the service does not say.</param>
/// <param name="LastUpdatedBy">The principal of the last change; null if the service does not return it.</param>
internal sealed record ListedGrant(LakeGrant Grant, DateTime? LastUpdated, string? LastUpdatedBy);
