using System.Runtime.CompilerServices;
using Amazon.LakeFormation.Model;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The opt-ins of hybrid access.</summary>
internal sealed class OptInState(LakeConnection connection) : IStateStore
{
    public StateKind Kind => StateKind.OptIn;

    public static StateItem Item(string principal, LakeResource resource, string accountId, string? condition) =>
        new(StateKey.Of(StateKind.OptIn, principal, resource, accountId, condition), StateItem.FactsOf())
        {
            Principal = principal,
            Resource = resource,
            Condition = condition,
        };

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!scope.Has(Kind)) yield break;
        var account = await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        var unknown = new UnknownKinds();
        var pages = connection.Clients.LakeFormation.Paginators.ListLakeFormationOptIns(new ListLakeFormationOptInsRequest()).Responses;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var found in page.LakeFormationOptInsInfoList ?? [])
            {
                if (found.Principal?.DataLakePrincipalIdentifier is not { } who) continue;
                if (PermissionMapping.ToResource(found.Resource) is not { } what)
                {
                    unknown.Add(found.Resource);
                    continue;
                }

                var item = Item(who, what.Canonical(account), account, PermissionMapping.ToCondition(found.Condition));
                if (scope.LeftOut is not { } left || !UnknownCondition.Is(item.Condition)) yield return item;
                else if (scope.Has(item)) left.Add($"opt-in of {who} on {what}{LakeGrant.When(item.Condition)}");
            }
        }

        if (unknown.Text("opt-in") is { } text) scope.LeftOut?.Add(text);
    }

    public async Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var client = connection.Clients.LakeFormation;
        var principal = new DataLakePrincipal { DataLakePrincipalIdentifier = change.Item.Principal };
        var resource = PermissionMapping.ToApi(change.Item.Resource!);
        var condition = PermissionMapping.ToApi(change.Item.Condition);
        if (change.After is null)
            await client.DeleteLakeFormationOptInAsync(
                new DeleteLakeFormationOptInRequest { Principal = principal, Resource = resource, Condition = condition },
                cancellationToken).ConfigureAwait(false);
        else
            await client.CreateLakeFormationOptInAsync(
                new CreateLakeFormationOptInRequest { Principal = principal, Resource = resource, Condition = condition },
                cancellationToken).ConfigureAwait(false);
    }
}
