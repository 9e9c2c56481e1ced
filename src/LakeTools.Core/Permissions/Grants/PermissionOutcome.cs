using LakeTools.Rules.Errors;

namespace LakeTools.Core.Permissions.Grants;

/// <summary>How it went with one grant or revoke of many.</summary>
/// <param name="Permission">What was granted or revoked.</param>
/// <param name="Error">Why it was not done, or null where it was.</param>
/// <param name="NothingToDo">True where it was so already.</param>
public sealed record PermissionOutcome(LakePermission Permission, LakeException? Error, bool NothingToDo = false);
