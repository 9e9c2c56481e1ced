using System.Runtime.CompilerServices;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Glue;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The crawlers of Glue.</summary>
internal sealed class CrawlerState(LakeConnection connection) : IStateStore
{
    private const string Exclude = "exclude";
    private const string Connection = "connection";

    // Targets for which a definition has no key.
    private const string MongoDB = "mongoDBPaths";

    // The kinds of targets by the facts of their paths.
    private static readonly Dictionary<string, string> s_kinds = new(StringComparer.Ordinal)
    {
        ["paths"] = "S3", ["jdbcPaths"] = "Jdbc", ["dynamoDBTables"] = "DynamoDB", ["catalogTables"] = "Catalog",
        ["deltaPaths"] = "Delta", ["icebergPaths"] = "Iceberg", ["hudiPaths"] = "Hudi",
    };

    private static readonly string[] s_excluding = ["S3", "Jdbc", "Iceberg", "Hudi"];
    private static readonly string[] s_connecting = [.. s_excluding, "Catalog", "Delta"];

    /// <summary>A crawler's properties.</summary>
    public static ServiceFacts<LakeGlueCrawler, CrawlerChange> Facts { get; } = new()
    {
        {
            "role", Shapes.RoleName, item => RoleNameOf(item.Role), (change, role) => change with { Role = role },
            Fact.Required, "The role that the crawler runs as: an ARN, role/name, or a name."
        },
        {
            "description", Shapes.Text, item => item.Description, (change, text) => change with { Description = text ?? "" },
            Fact.Optional, "What it does."
        },
        {
            "database", Shapes.Text, item => item.DatabaseName, (change, name) => change with { DatabaseName = name ?? "" },
            Fact.Optional, "Where its tables go."
        },
        {
            "paths", Shapes.TextList, item => Of(item, "S3"), (change, list) => change with { Path = list ?? [] },
            Fact.Optional, "Folders in S3."
        },
        {
            "jdbcPaths", Shapes.TextList, item => Of(item, "Jdbc"), (change, list) => change with { JdbcPath = list ?? [] },
            Fact.Optional, "Paths in the database of its connection."
        },
        {
            "dynamoDBTables", Shapes.TextList, item => Of(item, "DynamoDB"),
            (change, list) => change with { DynamoDBTableName = list ?? [] },
            Fact.Optional, "Tables of DynamoDB."
        },
        {
            "catalogTables", Shapes.TextList, item => Of(item, "Catalog"), (change, list) => change with { CatalogTable = list ?? [] },
            Fact.Optional, "Tables of the catalog: database.table."
        },
        {
            "deltaPaths", Shapes.TextList, item => Of(item, "Delta"), (change, list) => change with { DeltaPath = list ?? [] },
            Fact.Optional, "Folders of Delta tables in S3."
        },
        {
            "icebergPaths", Shapes.TextList, item => Of(item, "Iceberg"), (change, list) => change with { IcebergPath = list ?? [] },
            Fact.Optional, "Folders of Iceberg tables in S3."
        },
        {
            "hudiPaths", Shapes.TextList, item => Of(item, "Hudi"), (change, list) => change with { HudiPath = list ?? [] },
            Fact.Optional, "Folders of Hudi tables in S3."
        },
        {
            Exclude, Shapes.TextList, item => Common(Excluding(item), target => Shapes.FactOf(target.Exclusion))?.Exclusion,
            (change, list) => change with { Exclude = list ?? [] }, Fact.Optional, "Patterns of files to exclude from every target."
        },
        {
            Connection, Shapes.Text, item => Common(Connecting(item), target => target.ConnectionName)?.ConnectionName,
            (change, name) => change with { GlueConnectionName = name ?? "" }, Fact.Optional, "The connection of every target."
        },
        {
            "tablePrefix", Shapes.Text, item => Text(item.TablePrefix), (change, text) => change with { TablePrefix = text ?? "" },
            Fact.Optional, "The prefix of the names of its tables."
        },
        {
            "schedule", Shapes.Checked(GlueSchedule.Check), item => Text(item.Schedule),
            (change, text) => change with { Schedule = text ?? "" }, Fact.Optional, "In UTC, such as cron(15 12 * * ? *)."
        },
        {
            "classifiers", Shapes.TextList, item => item.Classifier, (change, list) => change with { Classifier = list ?? [] },
            Fact.Optional, "Classifiers of one's own, which are tried before those of Glue."
        },
        {
            "updateBehavior", Shapes.Words("LOG", "UPDATE_IN_DATABASE"), item => item.UpdateBehavior,
            (change, word) => change with { UpdateBehavior = word }, Fact.Optional, "What happens where a table's columns change."
        },
        {
            "deleteBehavior", Shapes.Words("LOG", "DELETE_FROM_DATABASE", "DEPRECATE_IN_DATABASE"), item => item.DeleteBehavior,
            (change, word) => change with { DeleteBehavior = word }, Fact.Optional, "What happens if the data of a table was deleted."
        },
        {
            "recrawlBehavior", Shapes.Words("CRAWL_EVERYTHING", "CRAWL_NEW_FOLDERS_ONLY", "CRAWL_EVENT_MODE"), item => item.RecrawlBehavior,
            (change, word) => change with { RecrawlBehavior = word },
            Fact.Optional, "Whether it reads everything each time."
        },
        {
            "configuration", Shapes.Text, item => Text(item.Configuration), (change, text) => change with { Configuration = text ?? "" },
            Fact.Optional, "Further settings, as JSON."
        },
        {
            "securityConfiguration", Shapes.Word, item => Text(item.SecurityConfiguration),
            (change, name) => change with { SecurityConfiguration = name ?? "" },
            Fact.Optional, "The security configuration of Glue by which it encrypts."
        },
        {
            "useLakeFormationCredentials", Shapes.Switch, item => item.UseLakeFormationCredential,
            (change, value) => change with { UseLakeFormationCredential = value ?? false },
            Fact.Optional, "Uses credentials of Lake Formation instead of those of its role."
        },
        {
            "lakeFormationAccount", Shapes.Word, item => item.LakeFormationAccountId,
            (change, id) => change with { LakeFormationAccountId = id ?? "" },
            Fact.Optional, "The account whose Lake Formation credentials are used: 12 digits, in quotes."
        },
    };

    public StateKind Kind => StateKind.Crawler;

    /// <summary>Refuses a crawler that Glue does not take, before any call.</summary>
    public static void Check(string name, IReadOnlyDictionary<string, string> facts) =>
        CrawlerService.Check(Facts.Make(new CrawlerChange { Name = name }, facts), isNew: true);

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!scope.Has(Kind)) yield break;
        await foreach (var item in new CrawlerService(connection).FindAsync("*", cancellationToken).ConfigureAwait(false))
        {
            var key = new StateKey(Kind, item.Name);
            scope.Name(key, item.Further, after => CrawlerTargetList.NotShown(item.Targets, TargetsOf(after)));
            yield return new StateItem(
                key,
                StateItem.FactsOf([.. Facts.Of(item).Select(fact => (fact.Key, (string?)fact.Value)), .. Separate(item)]));
        }
    }

    public Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var service = new CrawlerService(connection);
        var name = change.Item.Key.Id;
        if (change.After is not { } after) return service.RemoveAsync(name, cancellationToken);
        if (change.Before is null)
        {
            var wanted = CrawlerService.Check(Facts.Make(new CrawlerChange { Name = name }, after.Facts), isNew: true);
            return service.CreateAsync(With(wanted, TargetsOf(after)), cancellationToken);
        }

        var changed = CrawlerService.Check(
            With(Facts.Change(new CrawlerChange { Name = name }, change), IsOfTargets(change) ? TargetsOf(after) : null), isNew: false);
        return service.ChangeAsync(changed, cancellationToken);
    }

    /// <summary>The targets of a crawler, one by one, each with its exclusions and its connection.</summary>
    public static List<LakeGlueCrawlerTarget> TargetsOf(StateItem item)
    {
        var (exclusions, connections) = (SeparateOf(item, Exclude), SeparateOf(item, Connection));
        IReadOnlyList<string> exclude = Shapes.ListOf(item.Facts.GetValueOrDefault(Exclude));
        var connection = item.Facts.GetValueOrDefault(Connection) is { Length: > 0 } name ? name : null;
        return
        [
            .. s_kinds.SelectMany(kind => Shapes.ListOf(item.Facts.GetValueOrDefault(kind.Key)).Select(path => new LakeGlueCrawlerTarget(
                kind.Value,
                path,
                s_connecting.Contains(kind.Value) ? Own(connections, kind.Value, path)?.FirstOrDefault() ?? connection : null,
                s_excluding.Contains(kind.Value) ? Own(exclusions, kind.Value, path) ?? exclude : []))),
            .. SeparateOf(item, MongoDB)
                .Select(target => new LakeGlueCrawlerTarget("MongoDB", target[1], target.ElementAtOrDefault(2), [])),
        ];
    }

    // Which targets a crawler has, and how they are reached.
    private static bool IsOfTargets(StateChange change) => change.Set.Keys.Concat(change.Unset)
        .Any(fact => s_kinds.ContainsKey(fact) || fact is Exclude or Connection || SeparateFact.Property(fact) is not null);

    private static CrawlerChange With(CrawlerChange change, List<LakeGlueCrawlerTarget>? targets) => change with
    {
        Target = targets,
        Path = null,
        JdbcPath = null,
        DynamoDBTableName = null,
        CatalogTable = null,
        DeltaPath = null,
        IcebergPath = null,
        HudiPath = null,
        Exclude = null,
        GlueConnectionName = null,
    };

    private static IEnumerable<LakeGlueCrawlerTarget> Excluding(LakeGlueCrawler crawler) =>
        crawler.Target.Where(target => s_excluding.Contains(target.Kind));

    private static IEnumerable<LakeGlueCrawlerTarget> Connecting(LakeGlueCrawler crawler) =>
        crawler.Target.Where(target => s_connecting.Contains(target.Kind));

    // One of the targets, if all have the same value.
    private static LakeGlueCrawlerTarget? Common(IEnumerable<LakeGlueCrawlerTarget> targets, Func<LakeGlueCrawlerTarget, string?> value) =>
        targets.DistinctBy(value).ToList() is [var one] ? one : null;

    // What a definition does not say of targets, each as its kind, its path and the values.
    private static IEnumerable<(string, string?)> Separate(LakeGlueCrawler crawler)
    {
        if (Excluding(crawler).Any() && Common(Excluding(crawler), target => Shapes.FactOf(target.Exclusion)) is null)
            yield return Fact(Exclude, Excluding(crawler), target => target.Exclusion);
        if (Connecting(crawler).Any() && Common(Connecting(crawler), target => target.ConnectionName) is null)
            yield return Fact(Connection, Connecting(crawler), ConnectionOf);
        var others = crawler.Target.Where(target => target.Kind == "MongoDB").ToList();
        if (others.Count > 0) yield return Fact(MongoDB, others, ConnectionOf);

        static IEnumerable<string> ConnectionOf(LakeGlueCrawlerTarget target) => target.ConnectionName is { } name ? [name] : [];

        static (string, string?) Fact(string property, IEnumerable<LakeGlueCrawlerTarget> targets,
            Func<LakeGlueCrawlerTarget, IEnumerable<string>> values) => (
            SeparateFact.Of(property),
            FactJson.Write(targets.Select(target => (string[])[target.Kind, target.Path, .. values(target)])));
    }

    private static List<string[]> SeparateOf(StateItem item, string property) =>
        item.Facts.GetValueOrDefault(SeparateFact.Of(property)) is { } text ? [.. FactJson.Lists(text)] : [];

    // The values of a target, which are taken once: a path can be there several times. A new target has none. Null if no target has its
    // own.
    private static string[]? Own(List<string[]> separate, string kind, string path)
    {
        if (separate.Count == 0) return null;
        var index = separate.FindIndex(target => target[0] == kind && CrawlerTargetParts.SamePath.Equals(target[1], path));
        if (index < 0) return [];
        var values = separate[index][2..];
        separate[index] = ["", ""];
        return values;
    }

    private static List<string> Of(LakeGlueCrawler crawler, string kind) =>
        [.. crawler.Target.Where(target => target.Kind == kind).Select(target => target.Path)];

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;

    // Glue answers with the name where it was given an ARN.
    private static string? RoleNameOf(string? role) => role is null ? null : Shapes.NameOfRole(role);
}
