using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Records;

/// <summary>The conditions of a trigger. Source: API reference, CreateTrigger, Predicate and Condition.</summary>
internal static class TriggerPredicate
{
    private static readonly string[] s_jobStates = ["SUCCEEDED", "STOPPED", "FAILED", "TIMEOUT"];
    private static readonly string[] s_crawlStates = ["SUCCEEDED", "FAILED", "CANCELLED"];

    /// <summary>Refuses a predicate that no trigger can have.</summary>
    /// <param name="call">The call.</param>
    /// <param name="type">The trigger's type.</param>
    /// <param name="predicate">The predicate; null for none.</param>
    public static void Check(ApiCall call, string type, JsonObject? predicate)
    {
        var conditions = predicate?.Items("Conditions").ToList() ?? [];
        if (type == "CONDITIONAL" && conditions.Count == 0) throw Invalid("A CONDITIONAL trigger needs a Predicate with conditions.");
        if (conditions.Count > 1 && predicate!.Text("Logical") is null)
            throw Invalid("A Predicate with more than one condition needs Logical: AND or ANY.");
        foreach (var condition in conditions) Check(call, condition);
    }

    private static void Check(ApiCall call, JsonObject condition)
    {
        var (job, crawler) = (condition.Text("JobName"), condition.Text("CrawlerName"));
        if ((job is null) == (crawler is null)) throw Invalid("A condition names either a job or a crawler.");
        var (own, other, states) = job is null ? ("CrawlState", "State", s_crawlStates) : ("State", "CrawlState", s_jobStates);
        if (condition[other] is not null) throw Invalid($"A condition on {(job is null ? "a crawler" : "a job")} has no {other}.");
        if (condition.Text(own) is { } state && !states.Contains(state))
            throw Invalid($"{own} {state} of a condition is not one of: {string.Join(", ", states)}.");
        TriggerOperations.RequireExisting(call, job, crawler);
    }

    private static ApiException Invalid(string message) => new("InvalidInputException", message);
}
