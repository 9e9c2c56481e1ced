using System.Management.Automation;
using LakeTools.Core.Permissions.Shares;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Rejects invitations to take what another account shares.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Deny, "LakeShareInvitation", SupportsShouldProcess = true)]
[OutputType(typeof(LakeShareInvitation))]
public sealed class DenyLakeShareInvitationCommand : ShareAnswerCmdlet
{
    private protected override string Action => "Reject the invitation";

    private protected override Task<LakeShareInvitation> AnswerAsync(string arn, CancellationToken cancellationToken) =>
        new ShareService(Lake).RejectAsync(arn, cancellationToken);
}
