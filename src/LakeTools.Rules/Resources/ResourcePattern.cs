using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Rules.Resources;

/// <summary>The criteria of the resources of grants and opt-ins: names with wildcards, columns, a data filter, a catalog.</summary>
public sealed class ResourcePattern
{
    private readonly LakeResource? _named; // null for all resources of a catalog
    private readonly string? _catalogId;
    private readonly KeyPattern _database;
    private readonly KeyPattern _table;

    private ResourcePattern(LakeResource? named, string? catalogId, string database = "*", string table = "*")
        : this(named, catalogId, new KeyPattern(database.ToLowerInvariant()), new KeyPattern(table.ToLowerInvariant()))
    {
    }

    private ResourcePattern(LakeResource? named, string? catalogId, KeyPattern database, KeyPattern table) =>
        (_named, _catalogId, _database, _table) = (named, catalogId, database, table);

    /// <summary>True if the criteria have names without a catalog: see <see cref="For"/>.</summary>
    public bool NeedsAccount => _named is not null && _catalogId is null;

    /// <summary>Everything in a catalog: one besides the account's own, or all those of an account.</summary>
    /// <param name="catalogId">The catalog's ID.</param>
    /// <returns>The criteria.</returns>
    public static ResourcePattern InCatalog(string catalogId) => new(null, catalogId);

    /// <summary>One resource; for a table also its columns and data filters.</summary>
    /// <param name="resource">The resource. Without a catalog, it is in the account's own.</param>
    /// <param name="table">The name of its tables, with wildcards. Null for its own name.</param>
    /// <returns>The criteria.</returns>
    public static ResourcePattern Of(LakeResource resource, string? table = null) => new(
        resource,
        resource.CatalogId,
        KeyPattern.Escape(resource.DatabaseName ?? ""),
        table ?? KeyPattern.Escape(TableOf(resource)));

    /// <summary>Reads the criteria of a request whose names of databases and tables have wildcards.</summary>
    /// <param name="input">The names. Without a database, the tables of all databases.</param>
    /// <param name="home">Where the request goes.</param>
    /// <param name="findings">Gets everything that is wrong, as for names without wildcards.</param>
    /// <returns>The criteria, or null if something is wrong.</returns>
    public static ResourcePattern? Read(ResourceInput input, LakeHome home, ICollection<LakeException> findings)
    {
        var database = input.DatabaseName ?? (input.TableName is null ? null : "*");
        // The table * alone is a resource itself, and has no columns.
        var sample = input with { DatabaseName = database, TableName = input.TableName is null ? null : "any" };
        return ResourceReader.Read(sample, home, findings) is { } named
            ? new ResourcePattern(named, input.CatalogId, database ?? "*", input.TableName ?? "*") : null;
    }

    /// <summary>The criteria for the caller of an account: names without a catalog are names in the catalog of this account.</summary>
    /// <param name="accountId">The account, twelve digits.</param>
    /// <returns>The criteria.</returns>
    public ResourcePattern For(string accountId) =>
        NeedsAccount ? new(_named, accountId, _database, _table) : this;

    /// <summary>Returns whether a resource meets the criteria.</summary>
    /// <param name="resource">The resource of a grant or an opt-in.</param>
    /// <returns>True if it does.</returns>
    public bool IsMatch(LakeResource resource) => IsInCatalog(resource) && (_named is null || _named.Kind switch
    {
        ResourceKind.Database => resource.Kind == ResourceKind.Database && _database.IsMatch(resource.DatabaseName!),
        ResourceKind.Table or ResourceKind.AllTables => IsOfTable(resource),
        ResourceKind.Columns => resource.Kind == ResourceKind.Columns && IsOfTable(resource)
            && _named.ColumnNames.All(resource.ColumnNames.Contains)
            && _named.ExcludedColumnNames.All(resource.ExcludedColumnNames.Contains),
        ResourceKind.DataFilter => resource.Kind == ResourceKind.DataFilter && IsOfTable(resource)
            && resource.FilterName == _named.FilterName,
        _ => resource with { CatalogId = null } == _named with { CatalogId = null },
    });

    private static string TableOf(LakeResource resource) =>
        resource.TableName is not { } name || LakeResource.IsAllTables(name) ? "*" : name;

    private bool IsOfTable(LakeResource resource) => resource is { DatabaseName: { } database, Kind: not ResourceKind.Database }
        && _database.IsMatch(database) && _table.IsMatch(TableOf(resource));

    private bool IsInCatalog(LakeResource resource) => _catalogId switch
    {
        null => _named is null || resource.CatalogId is null,
        { Length: > 12 } => resource.CatalogId == _catalogId,
        _ => resource.CatalogId is not { } id || id == _catalogId
            || (_named is null && id.StartsWith(_catalogId + ":", StringComparison.Ordinal)),
    };
}
