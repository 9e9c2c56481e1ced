using LakeTools.Rules.Errors;

namespace LakeTools.Core.Permissions.Grants;

/// <summary>The result of one grant or revoke.</summary>
/// <param name="Permission">The granted or revoked permission.</param>
/// <param name="Error">Why it was not done, or null if it was.</param>
/// <param name="NothingToDo">True if nothing had to be changed.</param>
public sealed record PermissionOutcome(LakePermission Permission, LakeException? Error, bool NothingToDo = false);
