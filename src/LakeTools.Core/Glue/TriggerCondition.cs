using System.Text.RegularExpressions;
using Amazon.Glue.Model;

namespace LakeTools.Core.Glue;

/// <summary>A condition of a trigger as text, both ways: <c>job load is SUCCEEDED</c>, <c>crawler days is FAILED</c>.</summary>
internal static partial class TriggerCondition
{
    /// <summary>A condition as people see it.</summary>
    public static string Shown(Condition condition) => condition.JobName is { } job
        ? Text("job", job, condition.State?.Value) : Text("crawler", condition.CrawlerName, condition.CrawlState?.Value);

    /// <summary>The text of a condition.</summary>
    /// <param name="what">job or crawler.</param>
    /// <param name="name">Its name.</param>
    /// <param name="state">How it must have ended.</param>
    public static string Text(string what, string? name, string? state) => $"{what} {name} is {state}";

    /// <summary>The condition of a text. Null if the text is not a condition.</summary>
    public static Condition? Read(string text) => Form().Match(text) switch
    {
        { Success: false } => null,
        var match when match.Groups[1].Value == "job" =>
            new Condition { LogicalOperator = "EQUALS", JobName = match.Groups[2].Value, State = match.Groups[3].Value },
        var match => new Condition { LogicalOperator = "EQUALS", CrawlerName = match.Groups[2].Value, CrawlState = match.Groups[3].Value },
    };

    [GeneratedRegex(@"\A(job|crawler) (.+) is ([A-Z]+)\z")]
    private static partial Regex Form();
}
