using System.Runtime.CompilerServices;
using Amazon.Glue;
using Amazon.Glue.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Catalog;
using LakeTools.Core.Jobs;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Glue;

/// <summary>Makes, finds, changes and removes the catalogs of an account.</summary>
/// <param name="connection">The lake.</param>
public sealed class CatalogService(LakeConnection connection)
{
    private const string S3Tables = "aws:s3tables";
    private const string Redshift = "aws:redshift";
    private const int LongestName = 64;

    /// <summary>The connections that AWS has for federated catalogs.</summary>
    public static IReadOnlyList<string> Connections { get; } = [S3Tables, Redshift];

    private IAmazonGlue Client => connection.Clients.Glue;

    /// <summary>Checks all that can be checked of a new catalog before a call.</summary>
    /// <param name="change">The catalog.</param>
    /// <exception cref="LakeException"><c>CatalogNameInvalid</c>, <c>CatalogSourceIncomplete</c>.</exception>
    public static void CheckNew(LakeCatalogChange change)
    {
        var name = change.Catalog;
        if (name.Length > LongestName) throw Fault.CatalogNameInvalid(name, "catalog", $"it has more than {LongestName} characters");
        if (name.AsSpan().ContainsAny("./\\:"))
            throw Fault.CatalogNameInvalid(name, "catalog", "it has a dot, a slash or a colon");
        Check(change);
        if (change.FederatedIdentifier is null != change.ConnectionName is null) throw Fault.CatalogSourceIncomplete(name);
    }

    /// <summary>Checks all that can be checked of a change of a catalog before a call.</summary>
    /// <param name="change">The change.</param>
    /// <exception cref="LakeException"><c>InvalidRole</c>.</exception>
    public static void Check(LakeCatalogChange change)
    {
        if (change.DataTransferRoleArn is { } role) LakePrincipal.CheckRole(role, isNameEnough: false);
    }

    /// <summary>The further properties of a catalog, as text.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <returns>The words; none where the properties are all.</returns>
    public static IReadOnlyList<string> NotShown(LakeCatalog catalog) => catalog.Further;

    /// <summary>Makes a catalog.</summary>
    /// <param name="change">The catalog, checked by <see cref="CheckNew"/>.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The catalog as Glue has it.</returns>
    /// <exception cref="LakeException"><c>LakeCatalogExists</c>.</exception>
    public async Task<Written<LakeCatalog>> CreateAsync(LakeCatalogChange change, CancellationToken cancellationToken)
    {
        var input = new CatalogInput();
        Apply(input, await CompletedAsync(change, cancellationToken).ConfigureAwait(false));
        var request = new CreateCatalogRequest
        {
            Name = change.Catalog,
            CatalogInput = input,
            Tags = GlueChange.NotEmpty(GlueChange.Merged(null, change.Tag)),
        };
        await CallAsync(change.Catalog, () => LostAnswers.MakeAsync(
            () => Client.CreateCatalogAsync(request, cancellationToken),
            input,
            async () => await ReadAsync(change.Catalog, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
        return connection.Written(change.Catalog, $"The catalog '{change.Catalog}' was created",
            token => GetAsync(change.Catalog, token));
    }

    /// <summary>Changes a catalog. Glue replaces it whole, so what is not named is carried over.</summary>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The catalog as Glue now has it.</returns>
    /// <exception cref="LakeException"><c>LakeCatalogNotFound</c>.</exception>
    public async Task<Written<LakeCatalog>> ChangeAsync(LakeCatalogChange change, CancellationToken cancellationToken)
    {
        var old = await ReadAsync(change.Catalog, cancellationToken).ConfigureAwait(false);
        var input = Keep(old);
        Apply(input, await CompletedAsync(change, cancellationToken).ConfigureAwait(false));
        var id = old.CatalogId ?? change.Catalog;
        await CallAsync(id, () => Client.UpdateCatalogAsync(
            new UpdateCatalogRequest { CatalogId = id, CatalogInput = input }, cancellationToken)).ConfigureAwait(false);
        return connection.Written(id, $"The catalog '{id}' was changed",
            token => GetAsync(id, token));
    }

    /// <summary>Reads one catalog by its name or id, or all that match a pattern of either.</summary>
    /// <param name="catalog">A name, an id, or a pattern.</param>
    /// <param name="parent">The catalog whose children are wanted; null for those of the account.</param>
    /// <param name="isRecursive">True for children of children, too.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The catalogs, page by page.</returns>
    /// <exception cref="LakeException"><c>LakeCatalogNotFound</c>.</exception>
    public async IAsyncEnumerable<LakeCatalog> FindAsync(string catalog, string? parent, bool isRecursive,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pattern = new KeyPattern(catalog);
        if (!pattern.HasWildcards && parent is null)
        {
            yield return await GetAsync(pattern.Prefix, cancellationToken).ConfigureAwait(false);
            yield break;
        }

        var request = new GetCatalogsRequest
        {
            ParentCatalogId = parent,
            Recursive = isRecursive ? true : null,
            IncludeRoot = parent is null ? true : null,
        };
        var isFound = pattern.HasWildcards;
        while (true)
        {
            var page = await CallAsync(parent ?? "", () => Client.GetCatalogsAsync(request, cancellationToken)).ConfigureAwait(false);
            foreach (var item in page.CatalogList ?? [])
            {
                var found = ToCatalog(item);
                if (!pattern.IsMatch(found.Name) && !pattern.IsMatch(found.CatalogId)) continue;
                isFound = true;
                yield return found;
            }

            if (string.IsNullOrEmpty(page.NextToken)) break;
            request.NextToken = PageToken.Next(request.NextToken, page.NextToken);
        }

        if (!isFound) throw Fault.LakeCatalogNotFound(catalog, catalog);
    }

    /// <summary>Removes a catalog.</summary>
    /// <param name="catalog">Its name or id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>LakeCatalogNotFound</c>.</exception>
    public Task RemoveAsync(string catalog, CancellationToken cancellationToken) =>
        CallAsync(catalog, () => Client.DeleteCatalogAsync(new DeleteCatalogRequest { CatalogId = catalog }, cancellationToken));

    private async Task<LakeCatalogChange> CompletedAsync(LakeCatalogChange change, CancellationToken cancellationToken) =>
        change.DataTransferRoleArn is not { } role ? change : change with
        {
            DataTransferRoleArn = await JobRole.ResolveAsync(connection, role, cancellationToken).ConfigureAwait(false),
        };

    private static void Apply(CatalogInput input, LakeCatalogChange change)
    {
        if (change.Description is { } description) input.Description = description.Length == 0 ? null : description;
        if ((change.FederatedIdentifier ?? change.ConnectionName ?? change.ConnectionType) is not null)
        {
            var source = input.FederatedCatalog ??= new FederatedCatalog();
            source.Identifier = change.FederatedIdentifier ?? source.Identifier;
            source.ConnectionName = change.ConnectionName ?? source.ConnectionName;
            source.ConnectionType = change.ConnectionType ?? source.ConnectionType;
        }

        if (change.TargetRedshiftCatalogArn is { } target) input.TargetRedshiftCatalog = new TargetRedshiftCatalog { CatalogArn = target };
        if (change.DataLakeAccess is not null || (change.DataTransferRoleArn ?? change.KmsKeyId) is not null)
        {
            var access = (input.CatalogProperties ??= new CatalogProperties()).DataLakeAccessProperties ??= new DataLakeAccessProperties();
            access.DataLakeAccess = change.DataLakeAccess ?? access.DataLakeAccess;
            access.DataTransferRole = change.DataTransferRoleArn ?? access.DataTransferRole;
            access.KmsKey = change.KmsKeyId ?? access.KmsKey;

            // The type of a catalog in Redshift's managed storage.
            access.CatalogType ??= Redshift;
        }

        input.CreateDatabaseDefaultPermissions = DatabaseService.DefaultPermissions(change.DatabaseDefaultPermission)
            ?? input.CreateDatabaseDefaultPermissions;
        input.CreateTableDefaultPermissions = DatabaseService.DefaultPermissions(change.TableDefaultPermission)
            ?? input.CreateTableDefaultPermissions;
        if (change.AllowFullTableExternalDataAccess is { } whole)
            input.AllowFullTableExternalDataAccess = whole ? AllowFullTableExternalDataAccessEnum.True
                : AllowFullTableExternalDataAccessEnum.False;
        if (change.OverwriteChildPermission)
            input.OverwriteChildResourcePermissionsWithDefault = OverwriteChildResourcePermissionsWithDefaultEnum.Accept;
        input.Parameters = GlueChange.Merged(input.Parameters, change.Parameter);
    }

    private static CatalogInput Keep(Amazon.Glue.Model.Catalog catalog) => new()
    {
        Description = catalog.Description,
        FederatedCatalog = catalog.FederatedCatalog,
        Parameters = catalog.Parameters,
        TargetRedshiftCatalog = catalog.TargetRedshiftCatalog,
        CatalogProperties = catalog.CatalogProperties is not { } own ? null : new CatalogProperties
        {
            DataLakeAccessProperties = own.DataLakeAccessProperties is not { } access ? null : new DataLakeAccessProperties
            {
                DataLakeAccess = access.DataLakeAccess,
                DataTransferRole = access.DataTransferRole,
                KmsKey = access.KmsKey,
                CatalogType = access.CatalogType,
            },
            IcebergOptimizationProperties = own.IcebergOptimizationProperties is not { } optimization ? null
                : new IcebergOptimizationProperties
                {
                    RoleArn = optimization.RoleArn,
                    Compaction = optimization.Compaction,
                    Retention = optimization.Retention,
                    OrphanFileDeletion = optimization.OrphanFileDeletion,
                },
            CustomProperties = own.CustomProperties,
        },
        CreateTableDefaultPermissions = catalog.CreateTableDefaultPermissions,
        CreateDatabaseDefaultPermissions = catalog.CreateDatabaseDefaultPermissions,
        AllowFullTableExternalDataAccess = catalog.AllowFullTableExternalDataAccess,
    };

    /// <summary>The output of a catalog.</summary>
    internal static LakeCatalog ToCatalog(Amazon.Glue.Model.Catalog catalog) => new()
    {
        CatalogId = catalog.CatalogId ?? catalog.Name,
        Name = catalog.Name,
        ResourceArn = catalog.ResourceArn,
        Description = catalog.Description,
        Source = SourceOf(catalog),
        FederatedIdentifier = catalog.FederatedCatalog?.Identifier,
        ConnectionName = catalog.FederatedCatalog?.ConnectionName,
        ConnectionType = catalog.FederatedCatalog?.ConnectionType,
        TargetRedshiftCatalogArn = catalog.TargetRedshiftCatalog?.CatalogArn,
        DataLakeAccess = catalog.CatalogProperties?.DataLakeAccessProperties?.DataLakeAccess ?? false,
        DataTransferRoleArn = catalog.CatalogProperties?.DataLakeAccessProperties?.DataTransferRole,
        KmsKeyId = catalog.CatalogProperties?.DataLakeAccessProperties?.KmsKey,
        ManagedWorkgroupName = catalog.CatalogProperties?.DataLakeAccessProperties?.ManagedWorkgroupName,
        ManagedWorkgroupStatus = catalog.CatalogProperties?.DataLakeAccessProperties?.ManagedWorkgroupStatus,
        StatusMessage = catalog.CatalogProperties?.DataLakeAccessProperties?.StatusMessage,
        DatabaseDefaultPermission = DatabaseService.ChoiceOf(catalog.CreateDatabaseDefaultPermissions)?.ToString(),
        TableDefaultPermission = DatabaseService.ChoiceOf(catalog.CreateTableDefaultPermissions)?.ToString(),
        AllowFullTableExternalDataAccess =
            catalog.AllowFullTableExternalDataAccess == AllowFullTableExternalDataAccessEnum.True,
        Parameter = catalog.Parameters ?? [],
        CreateTime = catalog.CreateTime?.ToLocalTime(),
        UpdateTime = catalog.UpdateTime?.ToLocalTime(),
        IsOfAccount = catalog.CatalogId is { Length: 12 },
        Further =
        [
            .. Named("default permissions of databases", IsOther(catalog.CreateDatabaseDefaultPermissions)),
            .. Named("default permissions of tables", IsOther(catalog.CreateTableDefaultPermissions)),
            .. Named("optimizers", catalog.CatalogProperties?.IcebergOptimizationProperties is not null),
            .. Named("custom properties", catalog.CatalogProperties?.CustomProperties?.Count > 0),
            .. UnknownMembers.Names(catalog),
        ],
    };

    private static IEnumerable<string> Named(string part, bool isThere) => isThere ? [part] : [];

    private static bool IsOther(List<PrincipalPermissions>? permissions) =>
        permissions is not null && DatabaseService.ChoiceOf(permissions) is null;

    private static string? SourceOf(Amazon.Glue.Model.Catalog catalog) =>
        catalog.FederatedCatalog is { } federated ? federated.ConnectionName switch
        {
            S3Tables => "S3Tables",
            Redshift => "Redshift",
            _ => "Federated",
        }
        : catalog.TargetRedshiftCatalog is not null ? "RedshiftLink"
        : catalog.CatalogProperties?.DataLakeAccessProperties is not null ? "RedshiftManaged"
        : catalog.CatalogId is { Length: 12 } ? "Account" : null;

    private static Task<T> CallAsync<T>(string catalog, Func<Task<T>> call) => GlueChange.CallAsync(
        call, cause => Fault.LakeCatalogNotFound(catalog, catalog, inner: cause), cause => Fault.LakeCatalogExists(catalog, inner: cause));

    private async Task<LakeCatalog> GetAsync(string catalog, CancellationToken cancellationToken) =>
        ToCatalog(await ReadAsync(catalog, cancellationToken).ConfigureAwait(false));

    private async Task<Amazon.Glue.Model.Catalog> ReadAsync(string catalog, CancellationToken cancellationToken) =>
        (await CallAsync(catalog, () => Client.GetCatalogAsync(new GetCatalogRequest { CatalogId = catalog }, cancellationToken))
            .ConfigureAwait(false)).Catalog;
}
