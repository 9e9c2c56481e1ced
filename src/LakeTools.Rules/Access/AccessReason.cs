using LakeTools.Rules.Permissions;

namespace LakeTools.Rules.Access;

/// <summary>One link in the chain that allows, or what is missing from it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Permissions">What it allows, or would allow if its condition were met.</param>
/// <param name="Text">A sentence.</param>
/// <param name="Command">For what is missing: the command that would grant it; else null.</param>
public sealed record AccessReason(AccessReasonKind Kind, PermissionSet Permissions, string Text, string? Command = null)
{
    /// <summary>Whether it allows something, and does not only say why nothing does.</summary>
    public bool Allows => Kind is not (AccessReasonKind.OptedIn or AccessReasonKind.ConditionUnmet or AccessReasonKind.ConditionUndecided
        or AccessReasonKind.InvitationPending or AccessReasonKind.Missing or AccessReasonKind.Unread);
}
