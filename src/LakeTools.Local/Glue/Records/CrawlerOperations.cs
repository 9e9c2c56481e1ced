using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Iam;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Records;

/// <summary>
/// Crawlers, as records; <see cref="CrawlerRuns"/> starts and stops them. Their schedules are kept, and nothing comes of them.
/// </summary>
internal static class CrawlerOperations
{
    private const int DefaultCrawls = 20;

    private static readonly string[] s_targets =
        ["S3Targets", "JdbcTargets", "MongoDBTargets", "DynamoDBTargets", "CatalogTargets", "DeltaTargets", "IcebergTargets",
            "HudiTargets"];

    private static readonly string[] s_notInDocument = ["Name", "Tags", "Schedule"];

    public static JsonObject Create(ApiCall call)
    {
        CatalogAnswers.CheckCatalog(call);
        var document = new JsonObject
        {
            ["Version"] = 1,
            ["Classifiers"] = new JsonArray(),
            ["SchemaChangePolicy"] = new JsonObject { ["UpdateBehavior"] = "UPDATE_IN_DATABASE",
                ["DeleteBehavior"] = "DEPRECATE_IN_DATABASE" },
            ["RecrawlPolicy"] = new JsonObject { ["RecrawlBehavior"] = "CRAWL_EVERYTHING" },
            ["LineageConfiguration"] = new JsonObject { ["CrawlerLineageSettings"] = "DISABLE" },
            ["LakeFormationConfiguration"] = new JsonObject { ["UseLakeFormationCredentials"] = false, ["AccountId"] = "" },
        };
        Take(call, document);
        Crawlers(call).Add(call.Input.Required("Name"), document, call.Input["Tags"] as JsonObject);
        return [];
    }

    public static JsonObject Get(ApiCall call) =>
        new() { ["Crawler"] = ToWire(call, Crawlers(call).Existing(call.Input.Required("Name"))) };

    public static JsonObject GetAll(ApiCall call)
    {
        var (page, next) = Crawlers(call).Page(crawler => ToWire(call, crawler));
        return new JsonObject { ["Crawlers"] = page }.With("NextToken", next);
    }

    public static JsonObject List(ApiCall call)
    {
        var crawlers = Crawlers(call);
        var (page, next) = crawlers.Page(crawler => crawlers.HasTags(crawler.Name) ? crawler.Name : null);
        return new JsonObject { ["CrawlerNames"] = page }.With("NextToken", next);
    }

    public static JsonObject BatchGet(ApiCall call)
    {
        var crawlers = Crawlers(call);
        var found = call.Input.Texts("CrawlerNames")!.Select(name => (Name: name, Crawler: crawlers.Find(name))).ToList();
        return new JsonObject
        {
            ["Crawlers"] = found.Where(item => item.Crawler is not null).Select(item => ToWire(call, item.Crawler!)).ToJsonArray(),
            ["CrawlersNotFound"] = found.Where(item => item.Crawler is null).Select(item => item.Name).ToJsonArray(),
        };
    }

    /// <summary>The durations and changes of crawlers' crawls.</summary>
    public static JsonObject GetMetrics(ApiCall call)
    {
        var names = call.Input.Texts("CrawlerNameList");
        var (page, next) = Crawlers(call).Page(crawler => names is { Count: > 0 } && !names.Contains(crawler.Name)
            ? null : CrawlHistory.Metrics(crawler));
        return new JsonObject { ["CrawlerMetricsList"] = page }.With("NextToken", next);
    }

    /// <summary>Changes what is given and keeps the rest.</summary>
    public static JsonObject Update(ApiCall call)
    {
        CatalogAnswers.CheckCatalog(call);
        var (crawlers, crawler) = Existing(call, "Name");
        CrawlerRuns.RequireReady(crawler);
        Take(call, crawler.Document);
        Save(crawlers, crawler);
        return [];
    }

    public static JsonObject Delete(ApiCall call)
    {
        var (crawlers, crawler) = Existing(call, "Name");
        CrawlerRuns.RequireReady(crawler);
        crawlers.Remove(crawler.Name);
        return [];
    }

    /// <summary>The crawls of a crawler, the newest first.</summary>
    public static JsonObject ListCrawls(ApiCall call)
    {
        var (_, crawler) = Existing(call, "CrawlerName");
        var page = new Page(call.Input, PageForm.Glue, call.Operation, DefaultCrawls);
        var read = CrawlHistory.Before(crawler.Document, page.AfterNumber(long.MaxValue), call.Input.Items("Filters").ToList());
        var (crawls, next) = page.Cut(read.Take(page.Size + 1).ToList(), crawl => crawl.Number);
        return new JsonObject { ["Crawls"] = crawls.Select(crawl => crawl.Crawl).ToJsonArray() }.With("NextToken", next);
    }

    public static JsonObject UpdateSchedule(ApiCall call)
    {
        var (crawlers, crawler) = Existing(call, "CrawlerName");
        Schedule(crawler.Document, call.Input.Text("Schedule"));
        Save(crawlers, crawler);
        return [];
    }

    public static JsonObject StartSchedule(ApiCall call) => MoveSchedule(call, "SCHEDULED", "SchedulerRunningException");

    public static JsonObject StopSchedule(ApiCall call) => MoveSchedule(call, "NOT_SCHEDULED", "SchedulerNotRunningException");

    private static RecordStore Crawlers(ApiCall call) => new(call, "crawler");

    private static (RecordStore Crawlers, GlueRecord Crawler) Existing(ApiCall call, string member)
    {
        var crawlers = Crawlers(call);
        return (crawlers, crawlers.Existing(call.Input.Required(member)));
    }

    private static JsonObject MoveSchedule(ApiCall call, string state, string already)
    {
        var (crawlers, crawler) = Existing(call, "CrawlerName");
        if (crawler.Document["Schedule"] is not JsonObject schedule)
            throw new ApiException("NoScheduleException", $"Crawler {crawler.Name} has no schedule.");
        if (schedule.Text("State") == state)
            throw new ApiException(already, $"The schedule of crawler {crawler.Name} is in state {state}.");
        schedule["State"] = state;
        crawlers.Save(crawler);
        return [];
    }

    private static void Save(RecordStore crawlers, GlueRecord crawler)
    {
        crawler.Document["Version"] = crawler.Document.Number("Version") + 1;
        crawlers.Save(crawler);
    }

    private static void Take(ApiCall call, JsonObject document)
    {
        foreach (var (member, value) in call.Input)
            if (value is not null && !s_notInDocument.Contains(member)) document[member] = value.DeepClone();
        PassedRole.RequireForGlue(call.Session, call.Lake.AccountId, document.Required("Role"));
        if (document["Targets"] is not JsonObject targets || !s_targets.Any(kind => targets[kind] is JsonArray { Count: > 0 }))
            throw new ApiException("InvalidInputException", "A crawler needs at least one target.");
        foreach (var kind in s_targets) targets[kind] ??= new JsonArray();
        if (call.Input.Text("Schedule") is { } schedule) Schedule(document, schedule);
    }

    /// <summary>An empty expression takes the schedule away.</summary>
    private static void Schedule(JsonObject document, string? expression)
    {
        Schedules.Check(expression);
        if (string.IsNullOrEmpty(expression)) document.Remove("Schedule");
        else document["Schedule"] = new JsonObject { ["ScheduleExpression"] = expression, ["State"] = "SCHEDULED" };
    }

    private static JsonObject ToWire(ApiCall call, GlueRecord crawler)
    {
        var answer = crawler.Document.DeepClone().AsObject();
        answer.Remove(CrawlHistory.Member);
        answer.Remove(CrawlerRuns.Member);
        answer.Remove(CrawlerRuns.Counts);
        answer["Name"] = crawler.Name;
        answer["State"] = CrawlerRuns.StateOf(crawler);
        answer["CrawlElapsedTime"] = CrawlerRuns.Elapsed(call, crawler);
        answer["CreationTime"] = EpochTime.ToWire(crawler.Created);
        answer["LastUpdated"] = EpochTime.ToWire(crawler.Updated);
        return answer;
    }
}
