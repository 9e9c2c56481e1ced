using System.Runtime.CompilerServices;
using System.Text.Json;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Glue;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The crawlers of Glue.</summary>
internal sealed class CrawlerState(LakeConnection connection) : IStateStore
{
    // A fact of crawlers whose targets have connections or exclusions of their own, which no definition says.
    private const string Targets = "targets";

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
            "exclude", Shapes.TextList, item => item.Target.Select(target => target.Exclusion).FirstOrDefault(list => list.Count > 0),
            (change, list) => change with { Exclude = list ?? [] }, Fact.Optional, "Patterns of files to exclude from every target."
        },
        {
            "connection", Shapes.Text, item => item.Target.Select(target => target.ConnectionName).FirstOrDefault(name => name is not null),
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
            foreach (var part in item.Further) scope.LeftOut?.Add(part, Kind, item.Name);
            var facts = Facts.Of(item);
            var said = CrawlerTargetList.Shown(CrawlerTargetList.Apply(new(), Facts.Make(new CrawlerChange { Name = item.Name }, facts)));
            var (whole, simple) = (Json(item.Target), Json(said));
            yield return new StateItem(
                new StateKey(Kind, item.Name),
                whole == simple ? facts : StateItem.FactsOf([.. facts.Select(fact => (fact.Key, (string?)fact.Value)), (Targets, whole)]));
        }
    }

    // Targets are replaced kind by kind, with the exclusions and the connection of all of them.
    public Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var service = new CrawlerService(connection);
        var name = change.Item.Key.Id;
        if (change.After is not { } after) return service.RemoveAsync(name, cancellationToken);
        var wanted = Facts.Make(new CrawlerChange { Name = name }, after.Facts);
        if (change.Before is null) return service.CreateAsync(CrawlerService.Check(wanted, isNew: true), cancellationToken);
        var changed = Facts.Change(new CrawlerChange { Name = name, IsExact = true }, change);
        if (changed is { Exclude: null, GlueConnectionName: null })
            changed = changed with { Exclude = wanted.Exclude, GlueConnectionName = wanted.GlueConnectionName };
        else
            changed = changed with
            {
                Path = changed.Path ?? wanted.Path,
                JdbcPath = changed.JdbcPath ?? wanted.JdbcPath,
                CatalogTable = changed.CatalogTable ?? wanted.CatalogTable,
                DeltaPath = changed.DeltaPath ?? wanted.DeltaPath,
                IcebergPath = changed.IcebergPath ?? wanted.IcebergPath,
                HudiPath = changed.HudiPath ?? wanted.HudiPath,
                Exclude = changed.Exclude ?? wanted.Exclude,
                GlueConnectionName = changed.GlueConnectionName ?? wanted.GlueConnectionName,
            };
        return service.ChangeAsync(CrawlerService.Check(changed, isNew: false), cancellationToken);
    }

    private static string Json(IEnumerable<LakeGlueCrawlerTarget> targets) => JsonSerializer.Serialize(targets, ReadableJson.Options);

    private static List<string> Of(LakeGlueCrawler crawler, string kind) =>
        [.. crawler.Target.Where(target => target.Kind == kind).Select(target => target.Path)];

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;

    // Glue answers with the name where it was given an ARN.
    private static string? RoleNameOf(string? role) => role is null ? null : Shapes.NameOfRole(role);
}
