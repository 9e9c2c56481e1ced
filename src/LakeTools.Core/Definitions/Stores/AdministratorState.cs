using System.Runtime.CompilerServices;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Permissions.Settings;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The lake's administrators, or its read-only ones.</summary>
internal sealed class AdministratorState(LakeConnection connection, bool readOnly) : IStateStore
{
    public StateKind Kind => readOnly ? StateKind.ReadOnlyAdministrator : StateKind.Administrator;

    public static StateItem Item(string principal, bool readOnly) =>
        new(new StateKey(readOnly ? StateKind.ReadOnlyAdministrator : StateKind.Administrator, principal),
            StateItem.FactsOf()) { Principal = principal };

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!scope.Has(Kind)) yield break;
        var setting = await new SettingService(connection).GetAsync(connection.CatalogId, cancellationToken).ConfigureAwait(false);
        foreach (var principal in readOnly ? setting.ReadOnlyAdministrator : setting.Administrator) yield return Item(principal, readOnly);
    }

    public Task ApplyAsync(StateChange change, CancellationToken cancellationToken) => change.After is null
        ? new SettingService(connection).RemoveAdministratorAsync([change.Item.Key.Id], readOnly, connection.CatalogId, cancellationToken)
        : new SettingService(connection).AddAdministratorAsync([change.Item.Key.Id], readOnly, connection.CatalogId, cancellationToken);
}
