using System.Runtime.CompilerServices;
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Glue;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>
/// The catalogs in the account's own: of S3 Tables, of Redshift, or of another source. Their contents belong to their sources.
/// </summary>
internal sealed class CatalogState(LakeConnection connection) : IStateStore
{
    /// <summary>The fact of a catalog that holds data of its own.</summary>
    public const string DataLakeAccess = "dataLakeAccess";

    private const string Permission = """{ "$ref": "#/$defs/defaultPermission" }""";

    /// <summary>A catalog's properties. A removed property that a change cannot remove stays.</summary>
    public static ServiceFacts<LakeCatalog, LakeCatalogChange> Facts { get; } = new()
    {
        {
            "description", Shapes.Text, catalog => catalog.Description, (change, text) => change with { Description = text ?? "" },
            Fact.Optional, "What it is for."
        },
        {
            "federatedIdentifier", Shapes.Text, catalog => catalog.FederatedIdentifier,
            (change, text) => change with { FederatedIdentifier = text }, Fact.Optional,
            "The source: an ARN, such as arn:aws:s3tables:eu-central-1:123456789012:bucket/*, or its name in the connection."
        },
        {
            "connection", Shapes.Text, catalog => catalog.ConnectionName, (change, name) => change with { ConnectionName = name },
            Fact.Optional, "The connection: aws:s3tables, aws:redshift, or the name of a Glue connection."
        },
        {
            "connectionType", Shapes.Text, catalog => catalog.ConnectionType, (change, type) => change with { ConnectionType = type },
            Fact.Optional, "The type of that connection."
        },
        {
            "targetRedshiftCatalog", Shapes.Text, catalog => catalog.TargetRedshiftCatalogArn,
            (change, arn) => change with { TargetRedshiftCatalogArn = arn }, Fact.Optional,
            "The ARN of the Redshift catalog that it represents."
        },
        {
            DataLakeAccess, Shapes.Switch, catalog => catalog.DataLakeAccess,
            (change, value) => change with { DataLakeAccess = value ?? false }, Fact.Optional,
            "Engines of the lake can reach its data, which is in Redshift's managed storage."
        },
        {
            "dataTransferRole", Shapes.RoleArn, catalog => catalog.DataTransferRoleArn,
            (change, role) => change with { DataTransferRoleArn = role }, Fact.Optional, "The role that transfers this data."
        },
        {
            "kmsKey", Shapes.Text, catalog => catalog.KmsKeyId, (change, key) => change with { KmsKeyId = key },
            Fact.Optional, "The KMS key that encrypts this data."
        },
        {
            "createDatabaseDefaultPermission", Shapes.Choice<TableDefaultPermission>(Permission),
            catalog => Choice(catalog.DatabaseDefaultPermission),
            (change, permission) => change with { DatabaseDefaultPermission = permission }, Fact.Optional,
            "The default permissions of new databases."
        },
        {
            "createTableDefaultPermission", Shapes.Choice<TableDefaultPermission>(Permission),
            catalog => Choice(catalog.TableDefaultPermission),
            (change, permission) => change with { TableDefaultPermission = permission }, Fact.Optional,
            "The default permissions of new tables."
        },
        {
            "allowFullTableExternalDataAccess", Shapes.Switch, catalog => catalog.AllowFullTableExternalDataAccess,
            (change, value) => change with { AllowFullTableExternalDataAccess = value ?? false }, Fact.Optional,
            "Engines that are not integrated with Lake Formation can read whole tables."
        },
        {
            "parameters", new TextMap("parameter."), catalog => TextMap.Of(catalog.Parameter),
            (change, pairs) => change with { Parameter = pairs }, Fact.Optional, "Free parameters."
        },
    };

    public StateKind Kind => StateKind.Catalog;

    /// <summary>Refuses a catalog that Glue does not take, before any call.</summary>
    public static void Check(string name, IReadOnlyDictionary<string, string> facts) =>
        CatalogService.CheckNew(Facts.Make(new LakeCatalogChange { Catalog = name }, facts));

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!scope.Has(Kind)) yield break;
        await foreach (var catalog in new CatalogService(connection).FindAsync("*", null, false, cancellationToken).ConfigureAwait(false))
        {
            if (catalog.IsOfAccount) continue;
            foreach (var part in catalog.Further) scope.LeftOut?.Add(part, Kind, catalog.Name);
            yield return new StateItem(new StateKey(Kind, catalog.Name), Facts.Of(catalog));
        }
    }

    public Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var service = new CatalogService(connection);
        var name = change.Item.Key.Id;
        if (change.After is not { } after) return service.RemoveAsync(name, cancellationToken);
        var empty = new LakeCatalogChange { Catalog = name };
        return change.Before is null
            ? service.CreateAsync(Facts.Make(empty, after.Facts), cancellationToken)
            : service.ChangeAsync(Facts.Change(empty, change), cancellationToken);
    }

    private static TableDefaultPermission? Choice(string? name) => name is null ? null : Enum.Parse<TableDefaultPermission>(name);
}
