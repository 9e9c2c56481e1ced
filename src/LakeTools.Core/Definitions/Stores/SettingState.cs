using System.Runtime.CompilerServices;
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Permissions.Settings;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The settings but for the administrators.</summary>
internal sealed class SettingState(LakeConnection connection) : IStateStore
{
    private const string Trusted = "trustedResourceOwner.";
    private const string Filtering = "externalDataFilteringAllowList.";
    private const string SessionTag = "authorizedSessionTagValue.";
    private const string Permission = """{ "$ref": "#/$defs/defaultPermission" }""";

    public static StateKey Key { get; } = new(StateKind.Setting, "settings");

    /// <summary>The settings' properties.</summary>
    public static ServiceFacts<LakeSetting, SettingOptions> Facts { get; } = new()
    {
        {
            "createDatabaseDefaultPermission", Shapes.Choice<TableDefaultPermission>(Permission),
            setting => setting.DatabaseDefault,
            (options, permission) => options with { CreateDatabaseDefaultPermission = permission },
            Fact.Optional, "The default permissions of new databases: None, or IamAllowedPrincipals for access controlled by IAM only."
        },
        {
            "createTableDefaultPermission", Shapes.Choice<TableDefaultPermission>(Permission),
            setting => setting.TableDefault,
            (options, permission) => options with { CreateTableDefaultPermission = permission },
            Fact.Optional, "The default permissions of new tables: None, or IamAllowedPrincipals for access controlled by IAM only."
        },
        {
            "allowExternalDataFiltering", Shapes.Truth, setting => setting.AllowExternalDataFiltering,
            (options, value) => options with { AllowExternalDataFiltering = value },
            Fact.Optional, "Third-party query engines can read data and filter it."
        },
        {
            "allowFullTableExternalDataAccess", Shapes.Truth, setting => setting.AllowFullTableExternalDataAccess,
            (options, value) => options with { AllowFullTableExternalDataAccess = value },
            Fact.Optional, "Third-party query engines can get credentials for tables to which a principal has full access."
        },
        {
            "trustedResourceOwners", new TextSet(Trusted), setting => setting.TrustedResourceOwner,
            (options, accounts) => options with { TrustedResourceOwner = accounts },
            Fact.Optional, "Accounts whose CloudTrail logs can have user identities."
        },
        {
            "externalDataFilteringAllowList", new TextSet(Filtering), setting => setting.ExternalDataFilteringAllowList,
            (options, accounts) => options with { ExternalDataFilteringAllowList = accounts },
            Fact.Optional, "Accounts of the engines that may filter."
        },
        {
            "authorizedSessionTagValues", new TextSet(SessionTag), setting => setting.AuthorizedSessionTagValue,
            (options, values) => options with { AuthorizedSessionTagValue = values },
            Fact.Optional, "Values of the session tag that identifies third-party query engines."
        },
        {
            "parameters", new TextMap("parameter."), setting => TextMap.Of(setting.Parameter),
            (options, pairs) => options with { Parameter = pairs! },
            Fact.Optional, "Further settings, such as CROSS_ACCOUNT_VERSION."
        },
    };

    public StateKind Kind => StateKind.Setting;

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!scope.Has(Kind)) yield break;
        var setting = await new SettingService(connection).GetAsync(connection.CatalogId, cancellationToken).ConfigureAwait(false);
        foreach (var member in setting.Unknown) scope.LeftOut?.Add(member, Kind, Key.Id);
        yield return new StateItem(Key, Facts.Of(setting));
    }

    // Lists are replaced whole. An empty one is sent where facts are gone, because the last one may be among them.
    public Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        IReadOnlyList<string>? Empty(string list) =>
            change.Unset.Any(fact => fact.StartsWith(list, StringComparison.Ordinal)) ? [] : null;
        var options = new SettingOptions
        {
            TrustedResourceOwner = Empty(Trusted),
            ExternalDataFilteringAllowList = Empty(Filtering),
            AuthorizedSessionTagValue = Empty(SessionTag),
        };
        return new SettingService(connection).ChangeAsync(
            Facts.Make(options, change.After!.Facts), connection.CatalogId, cancellationToken);
    }

    /// <summary>The settings of a definition: a list in it is the complete list.</summary>
    public static StateItem Item(DefinitionNode.Map settings, IReadOnlyDictionary<string, string> facts) => new(Key, facts)
    {
        Whole = [.. Facts.All.Where(fact => fact.Shape is TextSet && settings.Find(fact.Name) is not null)
            .Select(fact => fact.Shape.Prefix!)],
    };
}
