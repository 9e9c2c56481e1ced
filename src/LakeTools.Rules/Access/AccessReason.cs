using LakeTools.Rules.Permissions;

namespace LakeTools.Rules.Access;

/// <summary>One reason that allows a permission, or what is missing.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Permissions">The permissions that it allows, or would allow if its condition were met.</param>
/// <param name="Text">A sentence.</param>
/// <param name="Command">For what is missing: the command that would grant it; otherwise null.</param>
public sealed record AccessReason(AccessReasonKind Kind, PermissionSet Permissions, string Text, string? Command = null)
{
    /// <summary>Whether it allows a permission. Other reasons explain why nothing does.</summary>
    public bool Allows => Kind is not (AccessReasonKind.OptedIn or AccessReasonKind.ConditionUnmet or AccessReasonKind.ConditionUndecided
        or AccessReasonKind.InvitationPending or AccessReasonKind.Missing or AccessReasonKind.Unread);
}
