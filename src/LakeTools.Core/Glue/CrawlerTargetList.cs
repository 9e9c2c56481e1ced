using Amazon.Glue.Model;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Glue;

/// <summary>The targets of a crawler, as Glue has them and as they are shown.</summary>
internal static class CrawlerTargetList
{
    /// <summary>Checks the targets of a change.</summary>
    /// <exception cref="LakeException"><c>InvalidS3Uri</c>, <c>CatalogTableInvalid</c>.</exception>
    public static void Check(CrawlerChange change)
    {
        foreach (var paths in (IReadOnlyList<string>?[])[change.Path, change.DeltaPath, change.IcebergPath, change.HudiPath])
            foreach (var uri in paths ?? []) _ = S3Uri.Parse(uri);
        foreach (var table in change.CatalogTable ?? [])
            if (table.Split('.') is not [{ Length: > 0 }, { Length: > 0 }]) throw Fault.CatalogTableInvalid(table);
    }

    /// <summary>True where a change names a target.</summary>
    public static bool IsNamed(CrawlerChange change) => (change.Path ?? change.JdbcPath ?? change.DynamoDBTableName ?? change.CatalogTable
        ?? change.DeltaPath ?? change.IcebergPath ?? change.HudiPath) is not null;

    /// <summary>Puts the kinds of targets that a change names in the place of those there are; the other kinds stay.</summary>
    public static CrawlerTargets Apply(CrawlerTargets targets, CrawlerChange change)
    {
        var (connection, left) = (change.GlueConnectionName, change.Exclude?.ToList());
        if (change.Path is { } folders) targets.S3Targets = [.. folders.Select(path =>
            new S3Target { Path = path, Exclusions = left, ConnectionName = connection })];
        if (change.JdbcPath is { } jdbc) targets.JdbcTargets = [.. jdbc.Select(path =>
            new JdbcTarget { Path = path, Exclusions = left, ConnectionName = connection })];
        if (change.DynamoDBTableName is { } names) targets.DynamoDBTargets = [.. names.Select(name => new DynamoDBTarget { Path = name })];
        if (change.CatalogTable is { } tables) targets.CatalogTargets =
            [.. tables.GroupBy(table => table[..table.IndexOf('.')]).Select(group => new CatalogTarget
            {
                DatabaseName = group.Key,
                Tables = [.. group.Select(table => table[(group.Key.Length + 1)..])],
                ConnectionName = connection,
            })];
        if (change.DeltaPath is { } delta)
            targets.DeltaTargets = [.. One(delta, paths => new DeltaTarget
            {
                DeltaTables = paths, ConnectionName = connection, WriteManifest = false, CreateNativeDeltaTable = true,
            })];
        if (change.IcebergPath is { } iceberg)
            targets.IcebergTargets = [.. One(iceberg, paths => new IcebergTarget
            {
                Paths = paths, Exclusions = left, ConnectionName = connection, MaximumTraversalDepth = 10,
            })];
        if (change.HudiPath is { } hudi)
            targets.HudiTargets = [.. One(hudi, paths => new HudiTarget
            {
                Paths = paths, Exclusions = left, ConnectionName = connection, MaximumTraversalDepth = 10,
            })];
        return targets;
    }

    /// <summary>The targets, one by one.</summary>
    public static List<LakeGlueCrawlerTarget> Shown(CrawlerTargets? targets) =>
    [
        .. (targets?.S3Targets ?? []).Select(item => Of("S3", item.Path, item.ConnectionName, item.Exclusions)),
        .. (targets?.JdbcTargets ?? []).Select(item => Of("Jdbc", item.Path, item.ConnectionName, item.Exclusions)),
        .. (targets?.MongoDBTargets ?? []).Select(item => Of("MongoDB", item.Path, item.ConnectionName, null)),
        .. (targets?.DynamoDBTargets ?? []).Select(item => Of("DynamoDB", item.Path, null, null)),
        .. (targets?.CatalogTargets ?? []).SelectMany(item => (item.Tables ?? [])
            .Select(table => Of("Catalog", $"{item.DatabaseName}.{table}", item.ConnectionName, null))),
        .. (targets?.DeltaTargets ?? []).SelectMany(item => (item.DeltaTables ?? [])
            .Select(path => Of("Delta", path, item.ConnectionName, null))),
        .. (targets?.IcebergTargets ?? []).SelectMany(item => (item.Paths ?? [])
            .Select(path => Of("Iceberg", path, item.ConnectionName, item.Exclusions))),
        .. (targets?.HudiTargets ?? []).SelectMany(item => (item.Paths ?? [])
            .Select(path => Of("Hudi", path, item.ConnectionName, item.Exclusions))),
    ];

    // All paths are one target, and without paths there is none.
    private static IEnumerable<T> One<T>(IReadOnlyList<string> paths, Func<List<string>, T> make) =>
        paths.Count == 0 ? [] : [make([.. paths])];

    private static LakeGlueCrawlerTarget Of(string kind, string? path, string? connection, List<string>? left) =>
        new(kind, path ?? "", connection, left ?? []);
}
