using Amazon.Glue.Model;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Glue;

/// <summary>The targets of a crawler, as Glue has them and as they are shown.</summary>
internal static class CrawlerTargetList
{
    private const int Depth = CrawlerTargetParts.Depth;

    /// <summary>Checks the targets of a change.</summary>
    /// <exception cref="LakeException"><c>InvalidS3Uri</c>, <c>CatalogTableInvalid</c>, <c>CrawlerSettingUnused</c>.</exception>
    public static void Check(CrawlerChange change)
    {
        foreach (var paths in (IReadOnlyList<string>?[])[change.Path, change.DeltaPath, change.IcebergPath, change.HudiPath])
            foreach (var uri in paths ?? []) _ = S3Uri.Parse(uri);
        foreach (var table in change.CatalogTable ?? [])
            if (QualifiedName.Split(table) is not [_, _]) throw Fault.CatalogTableInvalid(table);
        if (!IsKindNamed(change)) return;
        var canExclude = IsAny(change.Path, change.JdbcPath, change.IcebergPath, change.HudiPath);
        if (change.Exclude is { Count: > 0 } && !canExclude)
            throw Fault.CrawlerSettingUnused(change.Name, "exclusions", "a folder in S3 or a JDBC path");
        if (change.GlueConnectionName is { Length: > 0 } && !canExclude && !IsAny(change.CatalogTable, change.DeltaPath))
            throw Fault.CrawlerSettingUnused(change.Name, "a connection", "a JDBC path or a folder in S3");
    }

    /// <summary>True if a change names a target.</summary>
    public static bool IsNamed(CrawlerChange change) => change.Target is { Count: > 0 } || IsKindNamed(change);

    private static bool IsAny(params IReadOnlyList<string>?[] targets) => targets.Any(paths => paths is { Count: > 0 });

    private static bool IsKindNamed(CrawlerChange change) => (change.Path ?? change.JdbcPath ?? change.DynamoDBTableName
        ?? change.CatalogTable ?? change.DeltaPath ?? change.IcebergPath ?? change.HudiPath) is not null;

    /// <summary>True if a change says something of targets, be it what is left out of those there are.</summary>
    public static bool IsSaid(CrawlerChange change) =>
        IsNamed(change) || change.Exclude is not null || change.GlueConnectionName is not null;

    /// <summary>
    /// Puts the kinds of targets that a change names in the place of those there are; the other kinds stay. A target that is named again
    /// keeps the settings that the change does not set. The exclusions, and the connection, apply to the named kinds, otherwise to all.
    /// </summary>
    public static CrawlerTargets Apply(CrawlerTargets targets, CrawlerChange change)
    {
        if (change.Path is { } folders)
        {
            targets.S3Targets = Each(targets.S3Targets, folders, item => item.Path, path => new S3Target { Path = path });
            foreach (var item in targets.S3Targets.Where(item => !folders.Contains(item.Path)))
                item.Path = folders.First(path => CrawlerTargetParts.SamePath.Equals(path, item.Path));
        }

        if (change.JdbcPath is { } jdbc)
            targets.JdbcTargets = Each(targets.JdbcTargets, jdbc, item => item.Path, path => new JdbcTarget { Path = path });
        if (change.DynamoDBTableName is { } names)
            targets.DynamoDBTargets = Each(
                targets.DynamoDBTargets, names, item => item.Path, name => new DynamoDBTarget { Path = name });
        if (change.CatalogTable is { } tables) targets.CatalogTargets = Catalog(targets.CatalogTargets, tables);
        if (change.DeltaPath is { } delta)
            targets.DeltaTargets = Several(targets.DeltaTargets, delta, item => item.DeltaTables, (item, paths) => item.DeltaTables = paths,
                () => new DeltaTarget { WriteManifest = false, CreateNativeDeltaTable = true });
        if (change.IcebergPath is { } iceberg)
            targets.IcebergTargets = Several(targets.IcebergTargets, iceberg, item => item.Paths, (item, paths) => item.Paths = paths,
                () => new IcebergTarget { MaximumTraversalDepth = Depth });
        if (change.HudiPath is { } hudi)
            targets.HudiTargets = Several(targets.HudiTargets, hudi, item => item.Paths, (item, paths) => item.Paths = paths,
                () => new HudiTarget { MaximumTraversalDepth = Depth });
        var isAll = !IsKindNamed(change);
        if (change.Exclude?.ToList() is { } left)
        {
            foreach (var item in Said(targets.S3Targets, change.Path)) item.Exclusions = left;
            foreach (var item in Said(targets.JdbcTargets, change.JdbcPath)) item.Exclusions = left;
            foreach (var item in Said(targets.IcebergTargets, change.IcebergPath)) item.Exclusions = left;
            foreach (var item in Said(targets.HudiTargets, change.HudiPath)) item.Exclusions = left;
        }

        if (change.GlueConnectionName is { } given)
        {
            var connection = given.Length == 0 ? null : given;
            foreach (var item in Said(targets.S3Targets, change.Path)) item.ConnectionName = connection;
            foreach (var item in Said(targets.JdbcTargets, change.JdbcPath)) item.ConnectionName = connection;
            foreach (var item in Said(targets.CatalogTargets, change.CatalogTable)) item.ConnectionName = connection;
            foreach (var item in Said(targets.DeltaTargets, change.DeltaPath)) item.ConnectionName = connection;
            foreach (var item in Said(targets.IcebergTargets, change.IcebergPath)) item.ConnectionName = connection;
            foreach (var item in Said(targets.HudiTargets, change.HudiPath)) item.ConnectionName = connection;
        }

        return targets;

        List<T> Said<T>(List<T>? items, IReadOnlyList<string>? named) => isAll || named is not null ? items ?? [] : [];
    }

    /// <summary>The settings of targets that <see cref="Shown"/> does not return, so that a copy lacks them.</summary>
    public static IReadOnlyList<string> NotShown(CrawlerTargets? targets) =>
    [
        .. Any(targets?.S3Targets, item => item.SampleSize is not null, "sample size of S3 targets"),
        .. Any(targets?.S3Targets, item => (item.EventQueueArn ?? item.DlqEventQueueArn) is not null, "event queues of S3 targets"),
        .. Any(targets?.CatalogTargets, item => (item.EventQueueArn ?? item.DlqEventQueueArn) is not null, "event queues of tables"),
        .. Any(targets?.JdbcTargets, item => item.EnableAdditionalMetadata is { Count: > 0 }, "additional metadata of JDBC targets"),
        .. Any(targets?.MongoDBTargets, item => item.ScanAll is not null, "scan settings of MongoDB targets"),
        .. Any(targets?.DynamoDBTargets, item => item.ScanAll is not null || item.ScanRate is not null,
            "scan settings of DynamoDB targets"),
        .. Any(targets?.DeltaTargets, item => item.WriteManifest == true || item.CreateNativeDeltaTable != true,
            "manifest settings of Delta targets"),
        .. Any(targets?.IcebergTargets, item => item.MaximumTraversalDepth is not (null or Depth), "depth of Iceberg targets"),
        .. Any(targets?.HudiTargets, item => item.MaximumTraversalDepth is not (null or Depth), "depth of Hudi targets"),
    ];

    /// <summary>The same of the targets that are not among those that stay.</summary>
    public static IReadOnlyList<string> NotShown(CrawlerTargets? targets, IEnumerable<LakeGlueCrawlerTarget> staying)
    {
        var going = Shown(targets);
        foreach (var target in staying)
            if (going.FindIndex(item => item.Kind == target.Kind && CrawlerTargetParts.SamePath.Equals(item.Path, target.Path))
                is var index and >= 0) going.RemoveAt(index);
        return NotShown(CrawlerTargetParts.Of(going, targets));
    }

    private static IEnumerable<string> Any<T>(List<T>? targets, Func<T, bool> isSet, string text) =>
        targets?.Exists(item => isSet(item)) == true ? [text] : [];

    /// <summary>The targets, one by one.</summary>
    public static List<LakeGlueCrawlerTarget> Shown(CrawlerTargets? targets) =>
    [
        .. (targets?.S3Targets ?? []).Select(item => Of("S3", item.Path, item.ConnectionName, item.Exclusions)),
        .. (targets?.JdbcTargets ?? []).Select(item => Of("Jdbc", item.Path, item.ConnectionName, item.Exclusions)),
        .. (targets?.MongoDBTargets ?? []).Select(item => Of("MongoDB", item.Path, item.ConnectionName, null)),
        .. (targets?.DynamoDBTargets ?? []).Select(item => Of("DynamoDB", item.Path, null, null)),
        .. (targets?.CatalogTargets ?? []).SelectMany(item => (item.Tables ?? [])
            .Select(table => Of("Catalog", QualifiedName.Of(item.DatabaseName ?? "", table ?? ""), item.ConnectionName, null))),
        .. (targets?.DeltaTargets ?? []).SelectMany(item => (item.DeltaTables ?? [])
            .Select(path => Of("Delta", path, item.ConnectionName, null))),
        .. (targets?.IcebergTargets ?? []).SelectMany(item => (item.Paths ?? [])
            .Select(path => Of("Iceberg", path, item.ConnectionName, item.Exclusions))),
        .. (targets?.HudiTargets ?? []).SelectMany(item => (item.Paths ?? [])
            .Select(path => Of("Hudi", path, item.ConnectionName, item.Exclusions))),
    ];

    // One target a path; those that already exist stay what they are.
    private static List<T> Each<T>(List<T>? old, IReadOnlyList<string> paths, Func<T, string> pathOf, Func<string, T> make) =>
        GlueChange.Named(old ?? [], paths, pathOf, make, CrawlerTargetParts.SamePath);

    // Several paths a target: those that are there stay in theirs, and the new ones are one more.
    private static List<T> Several<T>(List<T>? old, IEnumerable<string> paths, Func<T, List<string>?> pathsOf, Action<T, List<string>> put,
        Func<T> make)
    {
        var named = paths.ToList();
        var fresh = named.ToList();
        var targets = new List<T>();
        foreach (var target in old ?? [])
        {
            var stay = (pathsOf(target) ?? []).FindAll(named.Contains);
            if (stay.Count == 0) continue;
            put(target, stay);
            fresh.RemoveAll(stay.Contains);
            targets.Add(target);
        }

        if (fresh.Count == 0) return targets;
        var made = make();
        put(made, fresh);
        return [.. targets, made];
    }

    // A target has tables of one database.
    private static List<CatalogTarget> Catalog(List<CatalogTarget>? old, IReadOnlyList<string> tables) =>
    [
        .. tables.Select(CrawlerTargetParts.InCatalog).GroupBy(table => table[0], table => table[1]).SelectMany(group => Several(
            old?.FindAll(item => item.DatabaseName == group.Key),
            group,
            item => item.Tables,
            (item, names) => item.Tables = names,
            () => new CatalogTarget { DatabaseName = group.Key })),
    ];

    private static LakeGlueCrawlerTarget Of(string kind, string? path, string? connection, List<string>? left) =>
        new(kind, path ?? "", connection, left ?? []);
}
