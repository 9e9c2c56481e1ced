using System.Net;
using System.Text;
using System.Text.Json;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Plans;

/// <summary>Writes plans for people and programs. Each form is made from the plan, and none from another.</summary>
public static class PlanWriter
{
    private static readonly PlanAction[] s_order = [PlanAction.Create, PlanAction.Change, PlanAction.Remove, PlanAction.Keep];

    private static readonly JsonSerializerOptions s_json = new(ReadableJson.Options) { WriteIndented = true };

    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="format">The form.</param>
    /// <returns>Text without escape sequences: colours belong to the view of a plan.</returns>
    public static string Write(LakePlan plan, PlanFormat format) => format switch
    {
        PlanFormat.Markdown => Markdown(plan),
        PlanFormat.Json => JsonSerializer.Serialize(new { plan.Name, plan.HasChanges, plan.StateVersion, plan.Changes }, s_json),
        PlanFormat.Html => Html(plan),
        _ => Text(plan),
    };

    private static string Text(LakePlan plan)
    {
        var text = new StringBuilder().Append(plan).Append('\n');
        foreach (var (action, changes) in Groups(plan))
        {
            var sign = action switch { PlanAction.Create => '+', PlanAction.Change => '~', PlanAction.Remove => '-', _ => ' ' };
            foreach (var change in changes)
            {
                text.Append($"{sign} {change.Reason}\n");
                foreach (var (name, before, after) in Facts(change))
                    text.Append($"    {name}: {before ?? "nothing"} -> {after ?? "nothing"}\n");
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string Markdown(LakePlan plan)
    {
        var text = new StringBuilder($"### {plan.Name}\n\n{plan}.\n");
        foreach (var (action, changes) in Groups(plan))
        {
            text.Append($"\n#### {action}\n\n");
            foreach (var change in changes)
            {
                text.Append($"- {Escape(change.Reason)}\n");
                foreach (var (name, before, after) in Facts(change)) text.Append($"  - `{name}`: {Code(before)} → {Code(after)}\n");
            }
        }

        return text.ToString().TrimEnd('\n');

        static string Code(string? value) => value is null ? "nothing" : $"`{value.Replace('`', '\'').ReplaceLineEndings(" ")}`";
        static string Escape(string value) => value.Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace("*", "\\*", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
    }

    private static string Html(LakePlan plan)
    {
        var text = new StringBuilder($$"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>{{WebUtility.HtmlEncode(plan.Name)}}</title>
            <style>
            body{font-family:system-ui,sans-serif;margin:2rem;color-scheme:light dark} code{font-size:.9em}
            .Create{color:#1a7f37} .Change{color:#9a6700} .Remove{color:#cf222e} .Keep{color:#6e7781}
            </style></head>
            <body><h1>{{WebUtility.HtmlEncode(plan.ToString())}}</h1>

            """);
        foreach (var (action, changes) in Groups(plan))
        {
            text.Append($"<h2>{action}</h2><ul>\n");
            foreach (var change in changes)
            {
                text.Append($"<li class=\"{action}\">{WebUtility.HtmlEncode(change.Reason)}");
                var facts = Facts(change).ToList();
                if (facts.Count > 0) text.Append("<ul>");
                foreach (var (name, before, after) in facts)
                    text.Append($"<li><code>{WebUtility.HtmlEncode(name)}</code>: "
                        + $"<code>{WebUtility.HtmlEncode(before ?? "nothing")}</code> → "
                        + $"<code>{WebUtility.HtmlEncode(after ?? "nothing")}</code></li>");
                if (facts.Count > 0) text.Append("</ul>");
                text.Append("</li>\n");
            }

            text.Append("</ul>\n");
        }

        return text.Append("</body></html>").ToString();
    }

    private static IEnumerable<(PlanAction Action, IReadOnlyList<LakePlanChange> Changes)> Groups(LakePlan plan) => s_order
        .Select(action => (action, (IReadOnlyList<LakePlanChange>)[.. plan.Changes.Where(change => change.PlanAction == action)]))
        .Where(group => group.Item2.Count > 0);

    // What changes, before and after. What is made or gone as a whole, and grants, are said in the sentence.
    private static IEnumerable<(string Name, string? Before, string? After)> Facts(LakePlanChange change)
    {
        if (change.Before is not { } before || change.After is not { } after || change.StateKind == StateKind.Grant) yield break;
        foreach (var name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
            yield return (name, before.GetValueOrDefault(name), after.GetValueOrDefault(name));
    }
}
