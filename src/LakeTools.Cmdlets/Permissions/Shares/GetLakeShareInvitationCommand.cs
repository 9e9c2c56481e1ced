using System.Management.Automation;
using LakeTools.Core.Permissions.Shares;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Gets the invitations to take what other accounts share with this one.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeShareInvitation")]
[OutputType(typeof(LakeShareInvitation))]
public sealed class GetLakeShareInvitationCommand : LakeCmdlet
{
    /// <summary>Only invitations in this state. Default: all.</summary>
    [Parameter(Position = 0)]
    [ValidateSet("Pending", "Accepted", "Rejected", "Expired")]
    public string? Status { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken) =>
        WriteAllAsync(new ShareService(Lake).ListAsync(Status, cancellationToken));
}
