using System.Globalization;
using System.Text.Json.Nodes;
using LakeTools.Local.Crawls;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Records;

/// <summary>The crawls that a crawler was started for. They are kept in its own record, which AWS's answers about it do not show.</summary>
internal static class CrawlHistory
{
    /// <summary>The member of a crawler's record.</summary>
    public const string Member = "Crawls";

    // AWS keeps twelve months.
    private const int MaxKept = 100;

    /// <summary>A crawl that has ended.</summary>
    /// <param name="crawler">The crawler's name.</param>
    /// <param name="id">The crawl's id.</param>
    /// <param name="start">When it began.</param>
    /// <param name="end">When it ended.</param>
    /// <param name="state">COMPLETED, FAILED or STOPPED.</param>
    /// <param name="counts">The changes that it made; null if it failed.</param>
    /// <param name="error">Why it failed; null if it did not.</param>
    public static JsonObject Ended(string crawler, string id, double start, double end, string state, CrawlCounts? counts, string? error) =>
        new JsonObject
        {
            ["CrawlId"] = id,
            ["State"] = state,
            ["StartTime"] = start,
            ["EndTime"] = end,
            ["LogGroup"] = "/aws-glue/crawlers",
            ["LogStream"] = crawler,
            ["MessagePrefix"] = id,
            ["DPUHour"] = 0.0,
        }.With("ErrorMessage", error).With("Summary", counts is null ? null
            : $$"""{"TABLE":"{\"ADD\":{{counts.Created}},\"UPDATE\":{{counts.Updated}},\"DELETE\":{{counts.Deleted}}}"}""");

    /// <summary>The durations of a crawler's crawls, and the changes of the last one.</summary>
    public static JsonObject Metrics(GlueRecord crawler)
    {
        var crawls = (crawler.Document[Member] as JsonArray ?? []).Select(crawl => crawl!.AsObject()).ToList();
        var times = crawls.Select(crawl => crawl["EndTime"]!.GetValue<double>() - crawl["StartTime"]!.GetValue<double>()).ToList();
        return new JsonObject
        {
            ["CrawlerName"] = crawler.Name,
            ["TimeLeftSeconds"] = 0,
            ["StillEstimating"] = false,
            ["LastRuntimeSeconds"] = times.LastOrDefault(),
            ["MedianRuntimeSeconds"] = times.Count == 0 ? 0 : times.Order().ElementAt(times.Count / 2),
            ["TablesCreated"] = crawler.Document["LastCounts"]?["Created"]?.DeepClone() ?? 0,
            ["TablesUpdated"] = crawler.Document["LastCounts"]?["Updated"]?.DeepClone() ?? 0,
            ["TablesDeleted"] = crawler.Document["LastCounts"]?["Deleted"]?.DeepClone() ?? 0,
        };
    }

    public static void Add(JsonObject crawler, JsonObject crawl)
    {
        if (crawler[Member] is not JsonArray crawls) crawler[Member] = crawls = [];
        crawls.Add(crawl.DeepClone());
        if (crawls.Count > MaxKept) crawls.RemoveAt(0);
    }

    /// <summary>Crawls that meet every filter, the newest first, each with its place.</summary>
    /// <param name="crawler">The crawler's record.</param>
    /// <param name="before">The place before which they come.</param>
    /// <param name="filters">CrawlsFilter.</param>
    public static IEnumerable<(int Number, JsonObject Crawl)> Before(JsonObject crawler, long before, IReadOnlyList<JsonObject> filters)
    {
        var crawls = crawler[Member] as JsonArray ?? [];
        for (var number = (int)Math.Min(before, crawls.Count) - 1; number >= 0; number--)
        {
            var crawl = crawls[number]!.AsObject();
            if (filters.All(filter => Meets(crawl, filter))) yield return (number, crawl.DeepClone().AsObject());
        }
    }

    /// <summary>Ids and states are compared as text, times as milliseconds since 1970 (API reference), and hours as numbers.</summary>
    private static bool Meets(JsonObject crawl, JsonObject filter)
    {
        var given = filter.Text("FieldValue") ?? throw new ApiException("InvalidInputException", "FieldValue must be present.");
        var order = filter.Text("FieldName") switch
        {
            "CRAWL_ID" => string.CompareOrdinal(crawl.Text("CrawlId"), given),
            "STATE" => string.CompareOrdinal(crawl.Text("State"), given),
            "START_TIME" => (crawl["StartTime"]!.GetValue<double>() * 1000).CompareTo(Number(given)),
            "END_TIME" => (crawl["EndTime"]!.GetValue<double>() * 1000).CompareTo(Number(given)),
            "DPU_HOUR" => crawl["DPUHour"]!.GetValue<double>().CompareTo(Number(given)),
            _ => throw new ApiException("InvalidInputException", "FieldName must be present."),
        };
        return filter.Text("FilterOperator") switch
        {
            "GT" => order > 0,
            "GE" => order >= 0,
            "LT" => order < 0,
            "LE" => order <= 0,
            "EQ" => order == 0,
            "NE" => order != 0,
            _ => throw new ApiException("InvalidInputException", "FilterOperator must be present."),
        };
    }

    private static double Number(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new ApiException("InvalidInputException", $"FieldValue {text} is not a number.");
}
