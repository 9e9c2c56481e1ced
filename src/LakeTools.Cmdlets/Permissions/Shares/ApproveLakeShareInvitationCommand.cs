using System.Management.Automation;
using LakeTools.Core.Permissions.Shares;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Accepts invitations to take what another account shares.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Approve, "LakeShareInvitation", SupportsShouldProcess = true)]
[OutputType(typeof(LakeShareInvitation))]
public sealed class ApproveLakeShareInvitationCommand : ShareAnswerCmdlet
{
    private protected override string Action => "Accept the invitation";

    private protected override Task<LakeShareInvitation> AnswerAsync(string arn, CancellationToken cancellationToken) =>
        new ShareService(Lake).AcceptAsync(arn, cancellationToken);
}
