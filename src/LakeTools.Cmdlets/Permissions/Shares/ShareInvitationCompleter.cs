using System.Runtime.CompilerServices;
using LakeTools.Core.Permissions.Shares;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>Completes the ARNs of pending invitations, with who sends them.</summary>
public sealed class ShareInvitationCompleter : LakeCompleter
{
    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var invitation in new ShareService(lake).ListAsync("Pending", token).ConfigureAwait(false))
            yield return new(invitation.InvitationArn, invitation.ToString());
    }
}
