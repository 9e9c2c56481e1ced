using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Access;

/// <summary>An opt-in as the service lists it.</summary>
/// <param name="Principal">Who.</param>
/// <param name="Resource">On what, in canonical form.</param>
/// <param name="Condition">The expression that the principal's tags must meet; null for none.</param>
internal sealed record ListedOptIn(string Principal, LakeResource Resource, string? Condition = null);
