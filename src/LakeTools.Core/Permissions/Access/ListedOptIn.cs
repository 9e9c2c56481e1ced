using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Access;

/// <summary>An opt-in as the service lists it.</summary>
/// <param name="Principal">The principal.</param>
/// <param name="Resource">The resource, in canonical form.</param>
/// <param name="Condition">The expression that the principal's tags must match. Null if there is none.</param>
internal sealed record ListedOptIn(string Principal, LakeResource Resource, string? Condition = null);
