using Amazon.Glue.Model;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Glue;

/// <summary>The targets of a crawler as Glue has them, made of targets one by one.</summary>
internal static class CrawlerTargetParts
{
    /// <summary>The default depth of Iceberg and Hudi targets.</summary>
    public const int Depth = 10;

    // Glue returns the path of a folder with and without a slash at its end.
    public static EqualityComparer<string?> SamePath { get; } = EqualityComparer<string?>.Create(
        (one, other) => one?.TrimEnd('/') == other?.TrimEnd('/'), path => path?.TrimEnd('/').GetHashCode(StringComparison.Ordinal) ?? 0);

    /// <summary>
    /// Makes exactly these targets, in their order. A target that is there already keeps the settings that <paramref name="wanted"/>
    /// does not have, such as its sample size.
    /// </summary>
    /// <param name="wanted">The targets, one by one.</param>
    /// <param name="old">The targets of before; null for none.</param>
    public static CrawlerTargets Of(IReadOnlyList<LakeGlueCrawlerTarget> wanted, CrawlerTargets? old = null) => new()
    {
        S3Targets = Made(wanted, "S3", old?.S3Targets, item => [item.Path], isOne: true, (paths, item, was) => new S3Target
        {
            Path = paths[0], ConnectionName = item.ConnectionName, Exclusions = Left(item),
            SampleSize = was?.SampleSize, EventQueueArn = was?.EventQueueArn, DlqEventQueueArn = was?.DlqEventQueueArn,
        }),
        JdbcTargets = Made(wanted, "Jdbc", old?.JdbcTargets, item => [item.Path], isOne: true, (paths, item, was) => new JdbcTarget
        {
            Path = paths[0], ConnectionName = item.ConnectionName, Exclusions = Left(item),
            EnableAdditionalMetadata = was?.EnableAdditionalMetadata,
        }),
        MongoDBTargets = Made(wanted, "MongoDB", old?.MongoDBTargets, item => [item.Path], isOne: true, (paths, item, was) =>
            new MongoDBTarget { Path = paths[0], ConnectionName = item.ConnectionName, ScanAll = was?.ScanAll }),
        DynamoDBTargets = Made(wanted, "DynamoDB", old?.DynamoDBTargets, item => [item.Path], isOne: true, (paths, _, was) =>
            new DynamoDBTarget { Path = paths[0], ScanAll = was?.ScanAll, ScanRate = was?.ScanRate }),
        CatalogTargets = Made(wanted, "Catalog", old?.CatalogTargets,
            item => (item.Tables ?? []).ConvertAll(table => QualifiedName.Of(item.DatabaseName ?? "", table ?? "")), isOne: false,
            (paths, item, was) => new CatalogTarget
            {
                DatabaseName = InCatalog(item.Path)[0],
                Tables = paths.ConvertAll(path => InCatalog(path)[1]),
                ConnectionName = item.ConnectionName,
                EventQueueArn = was?.EventQueueArn, DlqEventQueueArn = was?.DlqEventQueueArn,
            }),
        DeltaTargets = Made(wanted, "Delta", old?.DeltaTargets, item => item.DeltaTables, isOne: false, (paths, item, was) =>
            new DeltaTarget
            {
                DeltaTables = paths,
                ConnectionName = item.ConnectionName,
                WriteManifest = was is null ? false : was.WriteManifest,
                CreateNativeDeltaTable = was is null ? true : was.CreateNativeDeltaTable,
            }),
        IcebergTargets = Made(wanted, "Iceberg", old?.IcebergTargets, item => item.Paths, isOne: false, (paths, item, was) =>
            new IcebergTarget
            {
                Paths = paths, ConnectionName = item.ConnectionName, Exclusions = Left(item),
                MaximumTraversalDepth = was is null ? Depth : was.MaximumTraversalDepth,
            }),
        HudiTargets = Made(wanted, "Hudi", old?.HudiTargets, item => item.Paths, isOne: false, (paths, item, was) => new HudiTarget
        {
            Paths = paths, ConnectionName = item.ConnectionName, Exclusions = Left(item),
            MaximumTraversalDepth = was is null ? Depth : was.MaximumTraversalDepth,
        }),
    };

    /// <summary>A database and a table of it.</summary>
    /// <exception cref="LakeException"><c>CatalogTableInvalid</c>.</exception>
    public static IReadOnlyList<string> InCatalog(string table) =>
        QualifiedName.Split(table) is [_, _] names ? names : throw Fault.CatalogTableInvalid(table);

    // Paths that follow each other, are from the same target of before and are reached in the same way are one target.
    private static List<T> Made<T>(IReadOnlyList<LakeGlueCrawlerTarget> wanted, string kind, List<T>? old,
        Func<T, List<string>?> pathsOf, bool isOne, Func<List<string>, LakeGlueCrawlerTarget, T?, T> make)
        where T : class
    {
        var there = (old ?? []).SelectMany(item => (pathsOf(item) ?? []).Select(path => (Path: path, Item: item))).ToList();
        var runs = new List<(List<string> Paths, LakeGlueCrawlerTarget First, T? Was)>();
        foreach (var item in wanted.Where(item => item.Kind == kind))
        {
            var index = there.FindIndex(known => SamePath.Equals(known.Path, item.Path));
            var was = index < 0 ? null : there[index].Item;
            if (index >= 0) there.RemoveAt(index);
            if (!isOne && runs is [.., var last] && ReferenceEquals(last.Was, was) && IsReachedAs(last.First, item))
                last.Paths.Add(item.Path);
            else runs.Add(([item.Path], item, was));
        }

        return runs.ConvertAll(run => make(run.Paths, run.First, run.Was));
    }

    private static bool IsReachedAs(LakeGlueCrawlerTarget one, LakeGlueCrawlerTarget other) =>
        one.ConnectionName == other.ConnectionName && one.Exclusion.SequenceEqual(other.Exclusion)
        && (one.Kind != "Catalog" || InCatalog(one.Path)[0] == InCatalog(other.Path)[0]);

    private static List<string>? Left(LakeGlueCrawlerTarget item) => item.Exclusion.Count == 0 ? null : [.. item.Exclusion];
}
