using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Records;

/// <summary>
/// Crawlers, as records: nothing here reads files and makes tables of them. A crawl that is started ends at once as FAILED and says
/// so, since a success that made no table would lead on.
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

    public static JsonObject Get(ApiCall call) => new() { ["Crawler"] = ToWire(Crawlers(call).Existing(call.Input.Required("Name"))) };

    public static JsonObject GetAll(ApiCall call)
    {
        var (page, next) = Crawlers(call).Page(ToWire);
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
            ["Crawlers"] = found.Where(item => item.Crawler is not null).Select(item => ToWire(item.Crawler!)).ToJsonArray(),
            ["CrawlersNotFound"] = found.Where(item => item.Crawler is null).Select(item => item.Name).ToJsonArray(),
        };
    }

    /// <summary>No crawl ever made a table here.</summary>
    public static JsonObject GetMetrics(ApiCall call)
    {
        var names = call.Input.Texts("CrawlerNameList");
        var (page, next) = Crawlers(call).Page(crawler => names is { Count: > 0 } && !names.Contains(crawler.Name) ? null : new JsonObject
        {
            ["CrawlerName"] = crawler.Name,
            ["TimeLeftSeconds"] = 0,
            ["StillEstimating"] = false,
            ["LastRuntimeSeconds"] = 0,
            ["MedianRuntimeSeconds"] = 0,
            ["TablesCreated"] = 0,
            ["TablesUpdated"] = 0,
            ["TablesDeleted"] = 0,
        });
        return new JsonObject { ["CrawlerMetricsList"] = page }.With("NextToken", next);
    }

    /// <summary>Changes what is given and keeps the rest.</summary>
    public static JsonObject Update(ApiCall call)
    {
        var (crawlers, crawler) = Existing(call, "Name");
        Take(call, crawler.Document);
        Save(crawlers, crawler);
        return [];
    }

    public static JsonObject Delete(ApiCall call)
    {
        var (crawlers, crawler) = Existing(call, "Name");
        crawlers.Remove(crawler.Name);
        return [];
    }

    public static JsonObject Start(ApiCall call)
    {
        var (crawlers, crawler) = Existing(call, "Name");
        var crawl = CrawlHistory.Failed(crawler.Name, call.Lake.Clock.Now());
        CrawlHistory.Add(crawler.Document, crawl);
        crawler.Document["LastCrawl"] = new JsonObject
        {
            ["Status"] = crawl["State"]!.DeepClone(),
            ["ErrorMessage"] = crawl["ErrorMessage"]!.DeepClone(),
            ["LogGroup"] = crawl["LogGroup"]!.DeepClone(),
            ["LogStream"] = crawl["LogStream"]!.DeepClone(),
            ["MessagePrefix"] = crawl["MessagePrefix"]!.DeepClone(),
            ["StartTime"] = crawl["StartTime"]!.DeepClone(),
        };
        crawlers.Save(crawler);
        return [];
    }

    /// <summary>The crawls of a crawler, the newest first.</summary>
    public static JsonObject ListCrawls(ApiCall call)
    {
        var (_, crawler) = Existing(call, "CrawlerName");
        var page = new Page(call.Input, PageForm.Glue, "crawls", DefaultCrawls);
        var read = CrawlHistory.Before(crawler.Document, page.AfterNumber(long.MaxValue), call.Input.Items("Filters").ToList());
        var (crawls, next) = page.Cut(read.Take(page.Size + 1).ToList(), crawl => crawl.Number);
        return new JsonObject { ["Crawls"] = crawls.Select(crawl => crawl.Crawl).ToJsonArray() }.With("NextToken", next);
    }

    public static JsonObject Stop(ApiCall call)
    {
        var (_, crawler) = Existing(call, "Name");
        throw new ApiException("CrawlerNotRunningException", $"Crawler with name {crawler.Name} isn't running.");
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
        if (document["Targets"] is not JsonObject targets || !s_targets.Any(kind => targets[kind] is JsonArray { Count: > 0 }))
            throw new ApiException("InvalidInputException", "A crawler needs at least one target.");
        foreach (var kind in s_targets) targets[kind] ??= new JsonArray();
        if (call.Input.Text("Schedule") is { } schedule) Schedule(document, schedule);
    }

    /// <summary>An empty expression takes the schedule away.</summary>
    private static void Schedule(JsonObject document, string? expression)
    {
        if (string.IsNullOrEmpty(expression)) document.Remove("Schedule");
        else document["Schedule"] = new JsonObject { ["ScheduleExpression"] = expression, ["State"] = "SCHEDULED" };
    }

    private static JsonObject ToWire(GlueRecord crawler)
    {
        var answer = crawler.Document.DeepClone().AsObject();
        answer.Remove(CrawlHistory.Member);
        answer["Name"] = crawler.Name;
        answer["State"] = "READY";
        answer["CrawlElapsedTime"] = 0;
        answer["CreationTime"] = EpochTime.ToWire(crawler.Created);
        answer["LastUpdated"] = EpochTime.ToWire(crawler.Updated);
        return answer;
    }
}
