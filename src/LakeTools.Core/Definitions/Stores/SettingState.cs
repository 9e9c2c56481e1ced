using System.Runtime.CompilerServices;
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Permissions.Settings;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The settings but for the administrators.</summary>
internal sealed class SettingState(LakeConnection connection) : IStateStore
{
    private const string Permission = """{ "$ref": "#/$defs/defaultPermission" }""";

    public static StateKey Key { get; } = new(StateKind.Setting, "settings");

    /// <summary>The settings' properties.</summary>
    public static ServiceFacts<LakeSetting, SettingOptions> Facts { get; } = new()
    {
        {
            "createDatabaseDefaultPermission", Shapes.Choice<TableDefaultPermission>(Permission),
            setting => setting.CreateDatabaseDefaultPermission,
            (options, permission) => options with { CreateDatabaseDefaultPermission = permission }
        },
        {
            "createTableDefaultPermission", Shapes.Choice<TableDefaultPermission>(Permission),
            setting => setting.CreateTableDefaultPermission,
            (options, permission) => options with { CreateTableDefaultPermission = permission }
        },
        {
            "allowExternalDataFiltering", Shapes.Truth, setting => setting.AllowExternalDataFiltering,
            (options, value) => options with { AllowExternalDataFiltering = value }
        },
        {
            "allowFullTableExternalDataAccess", Shapes.Truth, setting => setting.AllowFullTableExternalDataAccess,
            (options, value) => options with { AllowFullTableExternalDataAccess = value }
        },
        {
            "trustedResourceOwners", new TextSet("trustedResourceOwner."), setting => setting.TrustedResourceOwner,
            (options, accounts) => options with { TrustedResourceOwner = accounts }
        },
        {
            "parameters", new TextMap("parameter."), setting => TextMap.Of(setting.Parameter),
            (options, pairs) => options with { Parameter = pairs! }
        },
    };

    public StateKind Kind => StateKind.Setting;

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!scope.Has(Kind)) yield break;
        var setting = await new SettingService(connection).GetAsync(connection.CatalogId, cancellationToken).ConfigureAwait(false);
        yield return new StateItem(Key, Facts.Of(setting));
    }

    // Trusted accounts are replaced whole. An empty list is sent where facts are gone, because the last account may be among them.
    public Task ApplyAsync(StateChange change, CancellationToken cancellationToken) => new SettingService(connection).ChangeAsync(
        Facts.Make(new SettingOptions { TrustedResourceOwner = change.Unset.Count > 0 ? [] : null }, change.After!.Facts),
        connection.CatalogId,
        cancellationToken);
}
