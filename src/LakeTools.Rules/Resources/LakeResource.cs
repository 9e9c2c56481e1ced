using LakeTools.Rules.Names;
using LakeTools.Rules.Text;

namespace LakeTools.Rules.Resources;

/// <summary>
/// A thing on which Lake Formation grants. Flat, immutable, equal by value. Which members count depends on <see cref="Kind"/>;
/// make one with the factory of its kind. Names are kept in lower case, as Glue and Lake Formation store them.
/// </summary>
public sealed record LakeResource
{
    /// <summary>The API's name for every table of a database in its answers.</summary>
    public const string AllTablesName = "ALL_TABLES";

    // What stands beside a name in the text of a resource, and in the keys that are made of it.
    private static readonly string[] s_joints = [", ", " (", " = ", " of ", " in ", " on ", " when "];

    private LakeResource()
    {
    }

    /// <summary>The kind of the resource.</summary>
    public required ResourceKind Kind { get; init; }

    /// <summary>The catalog that holds it, twelve digits or a nested catalog's id; null represents the caller's account.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The database.</summary>
    public string? DatabaseName { get; init; }

    /// <summary>The table; null for all tables.</summary>
    public string? TableName { get; init; }

    /// <summary>The columns that are meant; empty if all, or all but some, are.</summary>
    public NameList ColumnNames { get; private init; } = NameList.Empty;

    /// <summary>The columns that are left out.</summary>
    public NameList ExcludedColumnNames { get; private init; } = NameList.Empty;

    /// <summary>The data cells filter.</summary>
    public string? FilterName { get; init; }

    /// <summary>
    /// The location as an ARN: of S3, such as <c>arn:aws:s3:::bucket/prefix</c>, without a slash at its end, or of S3 Tables, Redshift or a
    /// Glue connection.
    /// </summary>
    public string? DataLocation { get; init; }

    /// <summary>The LF-Tag's key.</summary>
    public string? TagKey { get; init; }

    /// <summary>The LF-Tag's values; <c>*</c> is every value.</summary>
    public NameList TagValues { get; private init; } = NameList.Empty;

    /// <summary>The expression that was written out.</summary>
    public TagExpression? TagExpression { get; init; }

    /// <summary>The name of a saved expression.</summary>
    public string? TagExpressionName { get; init; }

    /// <summary>The kind of resource that an expression's grant applies to.</summary>
    public TaggedResourceType? ResourceType { get; init; }

    /// <summary>True for a resource in a catalog besides the account's own, which is no such catalog itself.</summary>
    public bool IsNested => CatalogId is { Length: > 12 } && Kind != ResourceKind.NestedCatalog;

    /// <summary>
    /// The catalog in the account's own that it is, or is in: such as <c>s3tablescatalog</c> of
    /// <c>123456789012:s3tablescatalog/sales</c>; null if it is in the account's own.
    /// </summary>
    public string? TopCatalog => CatalogId is { Length: > 12 } id && id.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0
        ? id[(colon + 1)..].Split('/')[0] : null;

    /// <summary>The account's root catalog, or the catalog of that id where it is a nested one.</summary>
    /// <param name="catalogId">Null or twelve digits for the root; anything longer is a nested catalog.</param>
    /// <returns>The resource.</returns>
    public static LakeResource Catalog(string? catalogId = null) => new()
    {
        Kind = catalogId is { Length: > 12 } ? ResourceKind.NestedCatalog : ResourceKind.Catalog,
        CatalogId = catalogId,
    };

    /// <summary>A database.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="catalogId">Its catalog; null is the caller's account.</param>
    /// <returns>The resource.</returns>
    public static LakeResource Database(string name, string? catalogId = null) =>
        new() { Kind = ResourceKind.Database, DatabaseName = Fold(name), CatalogId = catalogId };

    /// <summary>A table, or all of them for <c>*</c> and <c>ALL_TABLES</c>.</summary>
    /// <param name="databaseName">Its database.</param>
    /// <param name="name">Its name.</param>
    /// <param name="catalogId">Its catalog; null is the caller's account.</param>
    /// <returns>The resource.</returns>
    public static LakeResource Table(string databaseName, string name, string? catalogId = null) => IsAllTables(name)
        ? AllTables(databaseName, catalogId)
        : new() { Kind = ResourceKind.Table, DatabaseName = Fold(databaseName), TableName = Fold(name), CatalogId = catalogId };

    /// <summary>Every table of a database.</summary>
    /// <param name="databaseName">The database.</param>
    /// <param name="catalogId">Its catalog; null is the caller's account.</param>
    /// <returns>The resource.</returns>
    public static LakeResource AllTables(string databaseName, string? catalogId = null) =>
        new() { Kind = ResourceKind.AllTables, DatabaseName = Fold(databaseName), CatalogId = catalogId };

    /// <summary>Columns of a table: those named, otherwise all but those excluded. With neither it is the API's bare column wildcard, which
    /// <see cref="Canonical"/> turns into the table.</summary>
    /// <param name="databaseName">The database.</param>
    /// <param name="tableName">The table, or ALL_TABLES as the API lists it.</param>
    /// <param name="columnNames">The columns that are meant.</param>
    /// <param name="excludedColumnNames">The columns that are left out.</param>
    /// <param name="catalogId">The catalog; null is the caller's account.</param>
    /// <returns>The resource.</returns>
    public static LakeResource Columns(
        string databaseName,
        string tableName,
        IEnumerable<string>? columnNames,
        IEnumerable<string>? excludedColumnNames = null,
        string? catalogId = null) => new()
    {
        Kind = ResourceKind.Columns,
        DatabaseName = Fold(databaseName),
        TableName = IsAllTables(tableName) ? AllTablesName : Fold(tableName),
        ColumnNames = Fold(columnNames),
        ExcludedColumnNames = Fold(excludedColumnNames),
        CatalogId = catalogId,
    };

    /// <summary>A data cells filter.</summary>
    /// <param name="databaseName">The database.</param>
    /// <param name="tableName">The table.</param>
    /// <param name="name">The filter; its letter case counts.</param>
    /// <param name="catalogId">The table's catalog; null is the caller's account.</param>
    /// <returns>The resource.</returns>
    public static LakeResource DataFilter(string databaseName, string tableName, string name, string? catalogId = null) => new()
    {
        Kind = ResourceKind.DataFilter,
        DatabaseName = Fold(databaseName),
        TableName = Fold(tableName),
        FilterName = name,
        CatalogId = catalogId,
    };

    /// <summary>A location that Lake Formation guards.</summary>
    /// <param name="arn">Its ARN.</param>
    /// <param name="catalogId">The catalog where it is registered; null is the caller's account.</param>
    /// <returns>The resource.</returns>
    public static LakeResource Location(string arn, string? catalogId = null) => new()
    {
        Kind = ResourceKind.DataLocation,
        DataLocation = S3Location.IsLocation(arn) ? arn.TrimEnd('/') : arn,
        CatalogId = catalogId,
    };

    /// <summary>Values of an LF-Tag.</summary>
    /// <param name="key">The tag's key.</param>
    /// <param name="values">The values; <c>*</c> is every value.</param>
    /// <param name="catalogId">The tag's catalog; null is the caller's account.</param>
    /// <returns>The resource.</returns>
    public static LakeResource Tag(string key, IEnumerable<string> values, string? catalogId = null) =>
        new() { Kind = ResourceKind.Tag, TagKey = Fold(key), TagValues = Fold(values), CatalogId = catalogId };

    /// <summary>The databases or tables that match an expression.</summary>
    /// <param name="type">Databases or tables.</param>
    /// <param name="expression">The expression.</param>
    /// <param name="catalogId">The tags' catalog; null is the caller's account.</param>
    /// <returns>The resource.</returns>
    public static LakeResource Tagged(TaggedResourceType type, TagExpression expression, string? catalogId = null) =>
        new() { Kind = ResourceKind.TagExpression, ResourceType = type, TagExpression = expression, CatalogId = catalogId };

    /// <summary>The databases or tables that match a saved expression.</summary>
    /// <param name="type">Databases or tables.</param>
    /// <param name="expressionName">The expression's name.</param>
    /// <param name="catalogId">The expression's catalog; null is the caller's account.</param>
    /// <returns>The resource.</returns>
    public static LakeResource Tagged(TaggedResourceType type, string expressionName, string? catalogId = null) =>
        new() { Kind = ResourceKind.TagExpression, ResourceType = type, TagExpressionName = expressionName, CatalogId = catalogId };

    /// <summary>A saved expression itself.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="catalogId">Its catalog; null is the caller's account.</param>
    /// <returns>The resource.</returns>
    public static LakeResource NamedTagExpression(string name, string? catalogId = null) =>
        new() { Kind = ResourceKind.NamedTagExpression, TagExpressionName = name, CatalogId = catalogId };

    /// <summary>Returns whether a table's name represents all tables.</summary>
    /// <param name="tableName">The name.</param>
    /// <returns>True for <c>*</c> and <c>ALL_TABLES</c>.</returns>
    public static bool IsAllTables(string? tableName) => tableName is "*" or AllTablesName;

    /// <summary>The same thing in the one form that grants are compared in: the column wildcard is the table (Lake Formation lists the one
    /// for the other), and the catalog is named.</summary>
    /// <param name="accountId">The caller's account, for a resource that names no catalog.</param>
    /// <returns>The resource; equal things give equal resources.</returns>
    public LakeResource Canonical(string accountId)
    {
        var catalogId = CatalogId ?? accountId;
        return Kind == ResourceKind.Columns && ColumnNames.Count == 0 && ExcludedColumnNames.Count == 0
            ? Table(DatabaseName!, TableName!, catalogId)
            : this with { CatalogId = catalogId };
    }

    /// <summary>The catalogs besides the account's own that contain the resource, the nearest first.</summary>
    /// <returns>Resources of kind NestedCatalog; none for what is in the account's own catalog.</returns>
    public IEnumerable<LakeResource> ContainingCatalogs()
    {
        if (CatalogId is not { Length: > 12 } id) yield break;
        if (Kind != ResourceKind.NestedCatalog) yield return Catalog(id);
        for (var slash = id.LastIndexOf('/'); slash > 0; slash = id.LastIndexOf('/', slash - 1)) yield return Catalog(id[..slash]);
    }

    /// <summary>The same columns' table with other columns.</summary>
    /// <param name="columnNames">The columns.</param>
    /// <returns>A resource of kind Columns.</returns>
    public LakeResource WithColumns(NameList columnNames) => this with { ColumnNames = columnNames };

    /// <summary>The same LF-Tag with other values.</summary>
    /// <param name="values">The values.</param>
    /// <returns>A resource of kind Tag.</returns>
    public LakeResource WithTagValues(NameList values) => this with { TagValues = values };

    /// <summary>Names the resource as a person would: <c>table sales.orders (columns id, region)</c>.</summary>
    /// <returns>Text for messages.</returns>
    public override string ToString() =>
        IsNested ? $"{Named()} in catalog {CatalogId}" : Named();

    private string Named() => Kind switch
    {
        ResourceKind.Catalog => "the catalog",
        ResourceKind.NestedCatalog => $"catalog {CatalogId}",
        ResourceKind.Database => $"database {Quoted(DatabaseName)}",
        ResourceKind.Table => InDatabase(),
        ResourceKind.AllTables => $"all tables of database {Quoted(DatabaseName)}",
        ResourceKind.Columns when ColumnNames.Count > 0 => $"{InDatabase()} (columns {Quoted(ColumnNames)})",
        ResourceKind.Columns when ExcludedColumnNames.Count > 0 => $"{InDatabase()} (all columns except {Quoted(ExcludedColumnNames)})",
        ResourceKind.Columns => $"{InDatabase()} (all columns)",
        ResourceKind.DataFilter => $"data filter {Quoted(FilterName)} of {InDatabase()}",
        ResourceKind.DataLocation => $"data location {Quoted(DataLocation)}",
        ResourceKind.Tag => $"LF-Tag {Quoted(TagKey)} = {Quoted(TagValues)}",
        ResourceKind.TagExpression => $"{(ResourceType == TaggedResourceType.Database ? "databases" : "tables")} tagged "
            + $"{TagExpression?.ToString() ?? Quoted(TagExpressionName)}",
        _ => $"LF-Tag expression {Quoted(TagExpressionName)}",
    };

    private string InDatabase() => $"table {Quoted(DatabaseName, ".")}.{Quoted(TableName, ".")}";

    private static string Quoted(string? name, params ReadOnlySpan<string> more) =>
        QualifiedName.Quoted(name ?? "", [.. s_joints, .. more]);

    private static string Quoted(NameList names) => string.Join(", ", names.Select(name => Quoted(name)));

    private static string Fold(string name) => name.ToLowerInvariant();

    private static NameList Fold(IEnumerable<string>? names) => NameList.Of((names ?? []).Select(Fold));
}
