using System.Globalization;
using System.Text.Json.Nodes;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Records;

/// <summary>The crawls that a crawler was started for. They are kept in its own record, which AWS's answers about it do not show.</summary>
internal static class CrawlHistory
{
    /// <summary>The member of a crawler's record.</summary>
    public const string Member = "Crawls";

    // AWS keeps twelve months.
    private const int MaxKept = 100;

    /// <summary>The crawl of a lake that runs none.</summary>
    public static JsonObject Failed(string crawler, long now) => new()
    {
        ["CrawlId"] = Guid.NewGuid().ToString(),
        ["State"] = "FAILED",
        ["StartTime"] = EpochTime.ToWire(now),
        ["EndTime"] = EpochTime.ToWire(now),
        ["ErrorMessage"] = "The embedded lake keeps crawlers and runs none. Make the tables with CreateTable.",
        ["LogGroup"] = "/aws-glue/crawlers",
        ["LogStream"] = crawler,
        ["MessagePrefix"] = Guid.NewGuid().ToString(),
        ["DPUHour"] = 0.0,
    };

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
