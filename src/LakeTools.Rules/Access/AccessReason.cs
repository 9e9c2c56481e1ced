using LakeTools.Rules.Permissions;

namespace LakeTools.Rules.Access;

/// <summary>One link in the chain that allows, or what is missing from it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Permissions">What it allows.</param>
/// <param name="Text">A sentence.</param>
/// <param name="Command">For what is missing: the command that would grant it; else null.</param>
public sealed record AccessReason(AccessReasonKind Kind, PermissionSet Permissions, string Text, string? Command = null);
