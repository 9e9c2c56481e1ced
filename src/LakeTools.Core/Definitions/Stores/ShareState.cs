using System.Runtime.CompilerServices;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Permissions.Shares;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>
/// The accounts whose shares of Lake Formation are accepted: that none of their invitations waits for an answer. An account of the same
/// organization, or one that shares nothing yet, sends none. An accepted share is never given up.
/// </summary>
internal sealed class ShareState(LakeConnection connection) : IStateStore
{
    // Shares of AWS RAM that Lake Formation makes have such names; other services share by AWS RAM too.
    private const string OfLakeFormation = "LakeFormation";
    private const string Pending = "Pending";
    private const string Accepted = "Accepted";

    public StateKind Kind => StateKind.Share;

    public static StateItem Item(string account) => new(new StateKey(StateKind.Share, account), StateItem.FactsOf());

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = scope.Wanted.Items.Where(item => item.Key.Kind == Kind).Select(item => item.Key.Id).ToList();
        if (wanted.Count == 0 && !scope.Everything) yield break;
        var (waiting, accepted) = (new HashSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        await foreach (var invitation in ListAsync(null, cancellationToken).ConfigureAwait(false))
        {
            if (invitation.Status == Pending) waiting.Add(invitation.SenderAccountId);
            else if (invitation.Status == Accepted) accepted.Add(invitation.SenderAccountId);
        }

        foreach (var account in waiting)
            scope.LeftOut?.Add($"the pending invitations of account {account}");
        foreach (var account in scope.Everything ? accepted : (IEnumerable<string>)wanted)
            if (!waiting.Contains(account)) yield return Item(account);
    }

    public async Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var service = new ShareService(connection);
        await foreach (var invitation in ListAsync(Pending, cancellationToken).ConfigureAwait(false))
            if (invitation.SenderAccountId == change.Item.Key.Id)
                await service.AcceptAsync(invitation.InvitationArn, cancellationToken).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<LakeShareInvitation> ListAsync(string? status,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var invitation in new ShareService(connection).ListAsync(status, cancellationToken).ConfigureAwait(false))
            if (invitation.ShareName?.StartsWith(OfLakeFormation, StringComparison.Ordinal) == true) yield return invitation;
    }
}
