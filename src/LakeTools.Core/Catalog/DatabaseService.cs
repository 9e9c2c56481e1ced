using System.Runtime.CompilerServices;
using Amazon.Glue.Model;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Catalog;

/// <summary>Creates, finds and removes databases of the Glue catalog.</summary>
/// <param name="connection">The lake.</param>
public sealed class DatabaseService(LakeConnection connection)
{
    private const int PageSize = 100;

    /// <summary>Makes a database.</summary>
    /// <param name="options">The database.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The database after the change.</returns>
    /// <exception cref="LakeException"><c>CatalogNameInvalid</c>, <c>DatabaseExists</c> or <c>DatabaseAccessDenied</c>.</exception>
    public async Task<Written<GlueDatabase>> CreateAsync(NewDatabaseOptions options, CancellationToken cancellationToken)
    {
        var name = CheckName(options.Name);
        if (options.LocationUri is { Length: > 0 } location) CheckLocation(location);
        var request = new CreateDatabaseRequest
        {
            CatalogId = options.CatalogId ?? connection.CatalogId,
            DatabaseInput = new DatabaseInput
            {
                Name = name,
                Description = options.Description,
                LocationUri = options.LocationUri,
                Parameters = options.Parameter is null ? null : new(options.Parameter),
                TargetDatabase = options.TargetDatabaseName is null ? null : new DatabaseIdentifier
                {
                    CatalogId = options.TargetCatalogId ?? await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false),
                    DatabaseName = CheckName(options.TargetDatabaseName),
                    Region = options.TargetRegion,
                },
                CreateTableDefaultPermissions = DefaultPermissions(options.TableDefaultPermission),
            },
            Tags = options.Tag is null ? null : new(options.Tag),
        };
        await CatalogErrors.OfDatabaseAsync(name, () => LostAnswers.MakeAsync(
            () => connection.Clients.Glue.CreateDatabaseAsync(request, cancellationToken),
            request.DatabaseInput,
            async () => (await connection.Clients.Glue.GetDatabaseAsync(
                new GetDatabaseRequest { CatalogId = request.CatalogId, Name = name }, cancellationToken)
                .ConfigureAwait(false)).Database)).ConfigureAwait(false);
        return connection.Written(name, $"The database '{name}' was created",
            token => GetAsync(name, options.CatalogId, token));
    }

    /// <summary>Refuses a name that Glue does not accept, before any call.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The name as Glue stores it.</returns>
    /// <exception cref="LakeException"><c>CatalogNameInvalid</c>.</exception>
    public static string CheckName(string name) => CatalogNames.Check("database", name);

    /// <summary>Refuses an invalid catalog id, before any call.</summary>
    /// <param name="id">An account's id, or that of a catalog in it.</param>
    /// <returns>The id.</returns>
    /// <exception cref="LakeException"><c>CatalogIdInvalid</c>.</exception>
    public static string CheckCatalogId(string id) => CatalogNames.CheckId(id);

    /// <summary>Refuses an invalid S3 URI, before any call. URIs of other file systems are not checked.</summary>
    /// <param name="location">The location of a database or a partition.</param>
    /// <returns>The location.</returns>
    /// <exception cref="LakeException"><c>InvalidS3Uri</c>, <c>BucketNameInvalid</c>.</exception>
    public static string CheckLocation(string location)
    {
        if (S3Uri.LooksLikeOne(location) || !location.Contains(':', StringComparison.Ordinal)) _ = S3Uri.Parse(location);
        return location;
    }

    /// <summary>The settings of a database that its object does not show, so that a copy lacks them.</summary>
    /// <param name="database">The database.</param>
    /// <returns>The settings, in words.</returns>
    public static IReadOnlyList<string> NotShown(GlueDatabase database) =>
        database.IsFederated ? ["federation with another catalog", .. database.Unknown] : database.Unknown;

    /// <summary>Finds one database.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="catalogId">The catalog. Null for the connection's catalog.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The database.</returns>
    /// <exception cref="LakeException"><c>DatabaseNotFound</c> or <c>DatabaseAccessDenied</c>.</exception>
    public async Task<GlueDatabase> GetAsync(string name, string? catalogId, CancellationToken cancellationToken)
    {
        var request = new GetDatabaseRequest { CatalogId = catalogId ?? connection.CatalogId, Name = name.ToLowerInvariant() };
        var answer = await CatalogErrors.OfDatabaseAsync(name, () => connection.Clients.Glue.GetDatabaseAsync(request, cancellationToken))
            .ConfigureAwait(false);
        return ToDatabase(answer.Database);
    }

    /// <summary>Lists the databases that the caller may see, page by page.</summary>
    /// <param name="catalogId">The catalog. Null for the connection's catalog.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <returns>The databases, in the catalog's order.</returns>
    public IAsyncEnumerable<GlueDatabase> ListAsync(string? catalogId, CancellationToken cancellationToken = default) =>
        ListAsync(catalogId, null, cancellationToken);

    /// <summary>Lists the databases that the caller may see, page by page, including those that other accounts share.</summary>
    /// <param name="catalogId">The catalog. Null for the connection's catalog.</param>
    /// <param name="share">The databases to list; null for those of the catalog alone.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <returns>The databases.</returns>
    public async IAsyncEnumerable<GlueDatabase> ListAsync(string? catalogId, CatalogShare? share,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = new GetDatabasesRequest
        {
            CatalogId = catalogId ?? connection.CatalogId,
            MaxResults = PageSize,
            ResourceShareType = share?.ToString().ToUpperInvariant(),
        };
        var pages = connection.Clients.Glue.Paginators.GetDatabases(request).Responses;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
            foreach (var database in page.DatabaseList ?? []) yield return ToDatabase(database);
    }

    /// <summary>Changes a database. Other properties are kept.</summary>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The database after the change.</returns>
    /// <exception cref="LakeException"><c>CatalogNameInvalid</c>, <c>DatabaseNotFound</c>, <c>DatabaseAccessDenied</c> or
    /// <c>ChangedPartly</c>.</exception>
    public async Task<Written<GlueDatabase>> ChangeAsync(DatabaseChange change, CancellationToken cancellationToken)
    {
        var name = CheckName(change.Name);
        if (change.LocationUri is { Length: > 0 } location) CheckLocation(location);
        var catalog = change.CatalogId ?? connection.CatalogId;
        var get = new GetDatabaseRequest { CatalogId = catalog, Name = name };
        var old = (await CatalogErrors.OfDatabaseAsync(name, () => connection.Clients.Glue.GetDatabaseAsync(get, cancellationToken))
            .ConfigureAwait(false)).Database;
        if (old.TargetDatabase is { DatabaseName: { } target })
            throw Fault.ResourceLinkNotChangeable(name, name, $"database {target}", $"-Name {target}");
        var input = Keep(old);
        // Glue replaces the whole database, and does not accept an empty location.
        input.Description = change.Description is "" ? null : change.Description ?? input.Description;
        input.LocationUri = change.LocationUri is "" ? null : change.LocationUri ?? input.LocationUri;
        if (change.Parameter is not null) input.Parameters = TableChanges.Merged(input.Parameters, change.Parameter);
        input.CreateTableDefaultPermissions = DefaultPermissions(change.TableDefaultPermission) ?? input.CreateTableDefaultPermissions;
        var update = new UpdateDatabaseRequest { CatalogId = catalog, Name = name, DatabaseInput = input };
        await CatalogErrors.OfDatabaseAsync(name, () => connection.Clients.Glue.UpdateDatabaseAsync(update, cancellationToken))
            .ConfigureAwait(false);
        var changed = $"The database '{name}' was changed";
        if (change.Tag is { } tags)
            await new GlueTags(connection).ChangeAsync(GlueTags.Database(name), tags, name, changed, cancellationToken)
                .ConfigureAwait(false);
        return connection.Written(name, changed, token => GetAsync(name, change.CatalogId, token));
    }

    /// <summary>The input that changes nothing of a database.</summary>
    internal static DatabaseInput Keep(Database database) => new()
    {
        Name = database.Name,
        Description = database.Description,
        LocationUri = database.LocationUri,
        Parameters = database.Parameters,
        CreateTableDefaultPermissions = database.CreateTableDefaultPermissions,
        TargetDatabase = database.TargetDatabase,
        FederatedDatabase = database.FederatedDatabase,
    };

    /// <summary>Adds the tags to a database that was read.</summary>
    /// <param name="database">The database.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The database with its tags.</returns>
    public async Task<GlueDatabase> WithTagsAsync(GlueDatabase database, CancellationToken cancellationToken) => database with
    {
        Tag = await new GlueTags(connection).GetAsync(GlueTags.Database(database.Name), cancellationToken).ConfigureAwait(false),
    };

    /// <summary>Removes a database.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="catalogId">The catalog. Null for the connection's catalog.</param>
    /// <param name="recurse">True to remove its tables first. Glue would remove them with the database without a warning.</param>
    /// <param name="progress">Receives the tables that are removed.</param>
    /// <param name="cancellationToken">Stops between batches; tables that are gone stay gone.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>DatabaseNotFound</c>, <c>DatabaseNotEmpty</c>, <c>DatabaseAccessDenied</c> or
    /// <c>TableAccessDenied</c>.</exception>
    public async Task RemoveAsync(string name, string? catalogId, bool recurse, IProgress<LakeProgress>? progress,
        CancellationToken cancellationToken)
    {
        var tables = new TableService(connection);
        var isLink = (await GetAsync(name, catalogId, cancellationToken).ConfigureAwait(false)).IsResourceLink;
        // The tables of a link belong to its target and are kept.
        if (isLink) recurse = false;
        if (recurse) await tables.RemoveAllAsync(name, catalogId, progress, cancellationToken).ConfigureAwait(false);
        else if (!isLink && await tables.AnyAsync(name, catalogId, cancellationToken).ConfigureAwait(false))
            throw Fault.DatabaseNotEmpty(name);
        var request = new DeleteDatabaseRequest { CatalogId = catalogId ?? connection.CatalogId, Name = name.ToLowerInvariant() };
        await CatalogErrors.OfDatabaseAsync(name, () => connection.Clients.Glue.DeleteDatabaseAsync(request, cancellationToken))
            .ConfigureAwait(false);
    }

    /// <summary>The default permissions, in Glue's form. Null for no choice.</summary>
    internal static List<PrincipalPermissions>? DefaultPermissions(TableDefaultPermission? choice) => choice switch
    {
        TableDefaultPermission.None => [],
        TableDefaultPermission.IamAllowedPrincipals =>
        [
            new PrincipalPermissions
            {
                Principal = new DataLakePrincipal { DataLakePrincipalIdentifier = LakePrincipal.IamAllowedPrincipalsId },
                Permissions = ["ALL"],
            },
        ],
        _ => null,
    };

    /// <summary>The choice for such permissions. Null if they match no choice.</summary>
    internal static TableDefaultPermission? ChoiceOf(List<PrincipalPermissions>? permissions) => permissions switch
    {
        [] => TableDefaultPermission.None,
        [{ Principal.DataLakePrincipalIdentifier: LakePrincipal.IamAllowedPrincipalsId, Permissions: ["ALL"] }] =>
            TableDefaultPermission.IamAllowedPrincipals,
        _ => null,
    };

    /// <summary>The output of a database.</summary>
    internal static GlueDatabase ToDatabase(Database database) => new()
    {
        CatalogId = database.CatalogId,
        Name = database.Name,
        Description = database.Description,
        LocationUri = database.LocationUri,
        TargetCatalogId = database.TargetDatabase?.CatalogId,
        TargetRegion = database.TargetDatabase?.Region,
        TargetDatabaseName = database.TargetDatabase?.DatabaseName,
        Parameter = database.Parameters ?? [],
        TableDefaultPermission = database.CreateTableDefaultPermissions is not { } permissions ? null
            : ChoiceOf(permissions)?.ToString() ?? "Other",
        CreateTime = database.CreateTime?.ToLocalTime(),
        IsFederated = database.FederatedDatabase is not null,
        Unknown = [.. UnknownMembers.Names(database)],
    };
}
