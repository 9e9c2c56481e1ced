using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Context;
using LakeTools.Local.Crawls;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Iam;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Records;

/// <summary>
/// Starts and stops crawls. A running crawl is a member of its crawler's record, which names the process that carries it out: if
/// that process is gone, the crawl has failed.
/// </summary>
/// <param name="runner">Carries them out.</param>
internal sealed class CrawlerRuns(CrawlRunner runner)
{
    /// <summary>The member of a crawler's record for a running crawl.</summary>
    public const string Member = "Running";

    /// <summary>The member that what the last crawl made is.</summary>
    public const string Counts = "LastCounts";

    private const string NoFolders = "The embedded lake crawls folders of S3, and no {0}.";

    /// <summary>READY, RUNNING or STOPPING.</summary>
    public static string StateOf(GlueRecord crawler) =>
        Running(crawler) is not { } running ? "READY" : running.Flag("Stopping") ? "STOPPING" : "RUNNING";

    /// <summary>Milliseconds that the crawl has taken so far.</summary>
    public static long Elapsed(ApiCall call, GlueRecord crawler) => Running(crawler) is not { } running ? 0
        : Math.Max(0, (long)((EpochTime.ToWire(call.Lake.Clock.Now())!.Value - running["Start"]!.GetValue<double>()) * 1000));

    /// <summary>Refuses what a crawler that runs does not take.</summary>
    public static void RequireReady(GlueRecord crawler)
    {
        if (Running(crawler) is not null)
            throw new ApiException("CrawlerRunningException", $"Crawler with name {crawler.Name} is currently running.");
    }

    public JsonObject Start(ApiCall call)
    {
        var crawlers = Crawlers(call);
        var crawler = crawlers.Existing(call.Input.Required("Name"));
        RequireReady(crawler);
        PassedRole.RequireForGlue(call.Session, call.Lake.AccountId, crawler.Document.Required("Role"));
        if (crawler.Document[Member] is not null) End(call, crawler, null, "The process that hosted the embedded lake ended first.");
        crawler.Document[Member] = new JsonObject
        {
            ["Id"] = Guid.NewGuid().ToString(),
            ["Start"] = EpochTime.ToWire(call.Lake.Clock.Now()),
            ["Host"] = HostProcess.Current,
        };
        crawlers.Save(crawler);
        runner.Schedule(call, crawler.Name, TaskOf(call, crawler, out var refusal), refusal);
        return [];
    }

    public JsonObject Stop(ApiCall call)
    {
        var crawlers = Crawlers(call);
        var crawler = crawlers.Existing(call.Input.Required("Name"));
        if (Running(crawler) is not { } running)
            throw new ApiException("CrawlerNotRunningException", $"Crawler with name {crawler.Name} isn't running.");
        if (running.Flag("Stopping"))
            throw new ApiException("CrawlerStoppingException", $"Crawler with name {crawler.Name} is stopping.");
        running["Stopping"] = true;
        crawlers.Save(crawler);
        runner.Stop(crawler.Name);
        return [];
    }

    /// <summary>True if a crawl of the crawler is running.</summary>
    public static bool IsBegun(ApiCall call, string name) => Crawlers(call).Find(name)?.Document[Member] is not null;

    /// <summary>Writes down how a crawl ended.</summary>
    public static void End(ApiCall call, string name, CrawlCounts? counts, string? error)
    {
        if (Crawlers(call).Find(name) is { } crawler && crawler.Document[Member] is not null) End(call, crawler, counts, error);
    }

    private static void End(ApiCall call, GlueRecord crawler, CrawlCounts? counts, string? error)
    {
        var running = crawler.Document[Member]!.AsObject();
        var isStopped = counts is null && running.Flag("Stopping");
        var crawl = CrawlHistory.Ended(crawler.Name, running.Required("Id"), running["Start"]!.GetValue<double>(),
            EpochTime.ToWire(call.Lake.Clock.Now())!.Value,
            isStopped ? "STOPPED" : counts is null ? "FAILED" : "COMPLETED", counts, isStopped ? null : error);
        crawler.Document.Remove(Member);
        CrawlHistory.Add(crawler.Document, crawl);
        crawler.Document[Counts] = new JsonObject
        {
            ["Created"] = counts?.Created ?? 0,
            ["Updated"] = counts?.Updated ?? 0,
            ["Deleted"] = counts?.Deleted ?? 0,
        };
        crawler.Document["LastCrawl"] = new JsonObject
        {
            ["Status"] = isStopped ? "CANCELLED" : counts is null ? "FAILED" : "SUCCEEDED",
            ["LogGroup"] = crawl["LogGroup"]!.DeepClone(),
            ["LogStream"] = crawl["LogStream"]!.DeepClone(),
            ["MessagePrefix"] = crawl["MessagePrefix"]!.DeepClone(),
            ["StartTime"] = crawl["StartTime"]!.DeepClone(),
        }.With("ErrorMessage", isStopped ? null : error);
        Crawlers(call).Save(crawler);
    }

    private static JsonObject? Running(GlueRecord crawler) =>
        crawler.Document[Member] is JsonObject running && HostProcess.IsAlive(running.Required("Host")) ? running : null;

    private static RecordStore Crawlers(ApiCall call) => new(call, "crawler");

    private static CrawlTask? TaskOf(ApiCall call, GlueRecord crawler, out string? refusal)
    {
        var (document, targets) = (crawler.Document, crawler.Document["Targets"]!.AsObject());
        var other = targets.FirstOrDefault(kind => kind.Key != "S3Targets" && kind.Value is JsonArray { Count: > 0 }).Key;
        refusal = other is not null ? string.Format(null, NoFolders, other)
            : document.Text("DatabaseName") is null ? "The crawler has no database for its tables." : null;
        if (refusal is not null) return null;
        return new CrawlTask(
            crawler.Name,
            PassedRole.Arn(call.Lake.AccountId, document.Required("Role")),
            [.. targets.Items("S3Targets")
                .Select(target => (target.Required("Path"), (IReadOnlyList<string>)(target.Texts("Exclusions") ?? [])))],
            document.Required("DatabaseName"),
            document.Text("TablePrefix") ?? "",
            document["SchemaChangePolicy"]?.AsObject().Text("UpdateBehavior") ?? "UPDATE_IN_DATABASE",
            document["SchemaChangePolicy"]?.AsObject().Text("DeleteBehavior") ?? "DEPRECATE_IN_DATABASE");
    }
}
