using System.Globalization;
using System.Runtime.CompilerServices;
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Permissions.Settings;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The settings but for the administrators.</summary>
internal sealed class SettingState(LakeConnection connection) : IStateStore
{
    public static StateKey Key { get; } = new(StateKind.Setting, "settings");

    public StateKind Kind => StateKind.Setting;

    public static string Yes(bool value) => value ? "true" : "false";

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!scope.Has(Kind)) yield break;
        var setting = await new SettingService(connection).GetAsync(connection.CatalogId, cancellationToken).ConfigureAwait(false);
        yield return new StateItem(Key, StateItem.FactsOf(
        [
            ("createDatabaseDefaultPermission", setting.CreateDatabaseDefaultPermission?.ToString()),
            ("createTableDefaultPermission", setting.CreateTableDefaultPermission?.ToString()),
            ("allowExternalDataFiltering", Yes(setting.AllowExternalDataFiltering)),
            ("allowFullTableExternalDataAccess", Yes(setting.AllowFullTableExternalDataAccess)),
            .. setting.TrustedResourceOwner.Select(account => ("trustedResourceOwner." + account, (string?)"true")),
            .. setting.Parameter.Select(parameter => ("parameter." + parameter.Key, (string?)parameter.Value)),
        ]));
    }

    public Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var facts = change.After!.Facts;
        var trusted = StateItem.PartOf(facts, "trustedResourceOwner.").Keys.ToList();
        var parameters = StateItem.PartOf(facts, "parameter.");
        return new SettingService(connection).ChangeAsync(new SettingOptions
        {
            CreateDatabaseDefaultPermission = Choice(facts, "createDatabaseDefaultPermission"),
            CreateTableDefaultPermission = Choice(facts, "createTableDefaultPermission"),
            AllowExternalDataFiltering = Truth(facts, "allowExternalDataFiltering"),
            AllowFullTableExternalDataAccess = Truth(facts, "allowFullTableExternalDataAccess"),
            TrustedResourceOwner = trusted.Count > 0 || change.Unset.Count > 0 ? trusted : null,
            Parameter = parameters.Count > 0 ? parameters : null,
        }, connection.CatalogId, cancellationToken);
    }

    private static TableDefaultPermission? Choice(IReadOnlyDictionary<string, string> facts, string name) =>
        facts.TryGetValue(name, out var value) ? Enum.Parse<TableDefaultPermission>(value) : null;

    private static bool? Truth(IReadOnlyDictionary<string, string> facts, string name) =>
        facts.TryGetValue(name, out var value) ? bool.Parse(value) : null;
}
