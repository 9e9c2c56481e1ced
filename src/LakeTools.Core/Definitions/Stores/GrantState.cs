using System.Runtime.CompilerServices;
using LakeTools.Core.Calls;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The permissions of principals. Implicit rights (an administrator's, a creator's) are not part of the state.</summary>
internal sealed class GrantState(LakeConnection connection, RetryPause pause) : IStateStore
{
    public StateKind Kind => StateKind.Grant;

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!scope.Has(Kind)) yield break;
        var account = await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        var listed = new List<LakeGrant>();
        var read = 0;
        var reader = new GrantReader(connection);
        await foreach (var grant in reader.ListAsync(connection.CatalogId, null, cancellationToken: cancellationToken)
            .ConfigureAwait(false))
        {
            scope.Say(Kind, ++read);

            // Of a hundred thousand grants only those that matter are kept.
            var resource = grant.Resource.Canonical(account);
            var item = new StateItem(StateKey.Of(Kind, grant.Principal, GrantFacts.Thing(resource), account, grant.Condition),
                StateItem.FactsOf()) { Principal = grant.Principal, Resource = resource, Condition = grant.Condition };
            if (!scope.Has(item)) continue;
            if (scope.LeftOut is { } left && UnknownCondition.Is(grant.Condition)) left.Add($"grant {grant}");
            else listed.Add(grant with { Resource = resource });
        }

        if (reader.LeftOut.Text("grant") is { } text) scope.LeftOut?.Add(text);
        foreach (var item in GrantFacts.Items(CanonicalGrants.FromListed(listed, account), account)) yield return item;
    }

    public async Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        await foreach (var (_, error) in ApplyAsync([change], _ => { }, cancellationToken).ConfigureAwait(false))
            if (error is not null) throw error;
    }

    /// <summary>Carries changes of one direction out together, twenty to a call.</summary>
    /// <param name="changes">Changes of grants: all add, or all remove.</param>
    /// <param name="sent">Told how many are on their way.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>Each change with its error; null if it is done.</returns>
    public async IAsyncEnumerable<(StateChange Change, LakeException? Error)> ApplyAsync(IReadOnlyList<StateChange> changes,
        Action<int> sent, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isRevoke = changes.Count > 0 && changes[0].Action == PlanAction.Remove;
        using var writer = new PermissionWriterService(connection, isRevoke, connection.CatalogId, pause);
        for (var index = 0; index < changes.Count; index++)
        {
            var change = changes[index];
            sent(index);
            foreach (var grant in isRevoke
                ? GrantFacts.ToRevoke(change.Before!, change.After) : GrantFacts.ToGrant(change.Before, change.After!))
            {
                writer.Add(grant);
                await writer.RoomAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        await writer.CompleteAsync(cancellationToken).ConfigureAwait(false);
        var failed = new Dictionary<(string, string, string?), LakeException>();
        foreach (var outcome in writer.Take())
            if (outcome is { Error: { } error, Permission: { } entry })
                failed.TryAdd((entry.Principal, entry.Target, entry.Condition), error);
        foreach (var change in changes)
        {
            var grants = isRevoke ? GrantFacts.ToRevoke(change.Before!, change.After) : GrantFacts.ToGrant(change.Before, change.After!);
            yield return (change, grants
                .Select(grant => failed.GetValueOrDefault((grant.Principal, grant.Resource.ToString(), grant.Condition)))
                .FirstOrDefault(error => error is not null));
        }
    }
}
