using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Plans;

/// <summary>Writes plans for people and programs. Each form is made from the plan, and none from another.</summary>
public static class PlanWriter
{
    // A comment of GitHub has at most 65,536 characters.
    private const int LongestMarkdown = 60_000;

    private static readonly PlanAction[] s_order = [PlanAction.Remove, PlanAction.Change, PlanAction.Create, PlanAction.Keep];

    private static readonly JsonSerializerOptions s_json = new(ReadableJson.Options) { WriteIndented = true };

    private static readonly string s_style = ReadStyle();

    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="format">The form.</param>
    /// <returns>Text without escape sequences: colours belong to the view of a plan.</returns>
    public static string Write(LakePlan plan, PlanFormat format) => format switch
    {
        PlanFormat.Markdown => Markdown(plan),
        PlanFormat.Json => JsonSerializer.Serialize(
            new { plan.Name, plan.HasChanges, plan.StateVersion, plan.Losses, plan.NotRestorable, plan.Changes }, s_json),
        PlanFormat.Html => Html(plan),
        _ => Text(plan),
    };

    private static string Text(LakePlan plan)
    {
        var text = new StringBuilder().Append(PlanValues.Line(plan.ToString())).Append('\n');
        foreach (var change in Groups(plan).SelectMany(group => group.Changes))
            foreach (var line in Lines(change, Sign(change.PlanAction))) text.Append(line).Append('\n');
        Append(text, "Removed, with what is removed along with it:", plan.Losses, "  ");
        Append(text, "A restore cannot recover:", plan.NotRestorable, "  ");
        return text.ToString().TrimEnd('\n');
    }

    // Everything in a fence is text. The signs are those of GitHub's language diff, which colours them.
    private static string Markdown(LakePlan plan)
    {
        var text = new StringBuilder($"### Plan of {Code(plan.Name)}\n\n");
        text.Append("| | remove | change | create |\n|---|---:|---:|---:|\n");
        foreach (var kind in plan.Changes.Where(change => change.PlanAction != PlanAction.Keep).GroupBy(change => change.StateKind)
            .OrderBy(kind => kind.Key))
        {
            int Count(PlanAction action) => kind.Count(change => change.PlanAction == action);
            text.Append($"| {kind.Key} | {Count(PlanAction.Remove)} | {Count(PlanAction.Change)} | {Count(PlanAction.Create)} |\n");
        }

        if (!plan.HasChanges) text.Append("| no changes | 0 | 0 | 0 |\n");
        Append(text, "\n> **Removed, with what is removed along with it:**", plan.Losses.Select(Code), "> - ");
        Append(text, "\n> **A restore cannot recover:**", plan.NotRestorable.Select(Code), "> - ");
        foreach (var (action, changes) in Groups(plan))
        {
            var lines = changes.SelectMany(change => Lines(change, action == PlanAction.Change ? '!' : Sign(action))).ToList();
            var fence = new string('`', Math.Max(3, lines.Max(LongestRun) + 1));
            text.Append($"\n#### {action}\n\n{fence}diff\n");
            var count = 0;
            foreach (var line in lines.TakeWhile(line => text.Length + line.Length < LongestMarkdown))
            {
                text.Append(line).Append('\n');
                count++;
            }

            text.Append(fence).Append('\n');
            if (count < lines.Count)
            {
                var more = (lines.Count - count).ToString("N0", CultureInfo.InvariantCulture);
                text.Append($"\n**{more} more lines are not shown: see the complete plan.**\n");
            }
        }

        return text.Append($"\nCreated from the state {Code(plan.StateVersion)} of the lake.").ToString();
    }

    private static string Html(LakePlan plan)
    {
        var text = new StringBuilder($$"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{{Encode("Plan of " + plan.Name)}}</title>
            <style>
            {{s_style}}</style></head>
            <body><h1>{{Encode(plan.Name)}}</h1>
            <p class="facts">{{Encode(plan.ToString()[(plan.Name.Length + 2)..])}}
            · created from the state <code>{{Encode(plan.StateVersion)}}</code></p>

            """);
        Note(text, "Removed, with what is removed along with it", plan.Losses);
        Note(text, "A restore cannot recover", plan.NotRestorable);
        foreach (var (action, changes) in Groups(plan))
        {
            text.Append($"<h2>{action} <small>{changes.Count}</small></h2>\n");
            foreach (var change in changes)
            {
                text.Append($"<section class=\"{action}\"><h3>{Encode(change.Reason)}</h3>");
                var values = PlanValues.Of(change).ToList();
                if (values.Count > 0) text.Append("<table><thead><tr><th>property</th><th>before</th><th>after</th></tr></thead><tbody>");
                foreach (var (name, before, after) in values)
                    text.Append($"<tr><th>{Encode(name)}</th>{Cell("before", before)}{Cell("after", after)}</tr>");
                if (values.Count > 0) text.Append("</tbody></table>");
                text.Append("</section>\n");
            }
        }

        if (!plan.HasChanges) text.Append("<p class=\"facts\">No changes.</p>\n");
        return text.Append("</body></html>").ToString();

        static string Cell(string name, string? value) => value is null ? $"<td class=\"{name}\"></td>"
            : $"<td class=\"{name}\"><code>{Encode(value)}</code></td>";
    }

    private static void Note(StringBuilder text, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0) return;
        text.Append($"<div class=\"note\"><b>{title}</b><ul>");
        foreach (var line in lines) text.Append($"<li>{Encode(line)}</li>");
        text.Append("</ul></div>\n");
    }

    private static void Append(StringBuilder text, string title, IEnumerable<string> lines, string before)
    {
        foreach (var line in lines)
        {
            if (title.Length > 0) text.Append(title).Append('\n');
            title = "";
            text.Append(before).Append(PlanValues.Line(line)).Append('\n');
        }
    }

    private static IEnumerable<string> Lines(LakePlanChange change, char sign)
    {
        yield return $"{sign} {PlanValues.Line(change.Reason)}";
        foreach (var (name, before, after) in PlanValues.Of(change))
        {
            yield return change.Before is not null && change.After is not null
                ? $"    {name}: {before ?? "nothing"} -> {after ?? "nothing"}" : $"    {name}: {after ?? before}";
        }
    }

    private static char Sign(PlanAction action) =>
        action switch { PlanAction.Create => '+', PlanAction.Change => '~', PlanAction.Remove => '-', _ => ' ' };

    private static IEnumerable<(PlanAction Action, IReadOnlyList<LakePlanChange> Changes)> Groups(LakePlan plan) => s_order
        .Select(action => (action, (IReadOnlyList<LakePlanChange>)[.. plan.Changes.Where(change => change.PlanAction == action)]))
        .Where(group => group.Item2.Count > 0);

    private static string Encode(string text) => WebUtility.HtmlEncode(PlanValues.Line(text));

    // A code span is closed by as many backticks as open it.
    private static string Code(string text)
    {
        var line = PlanValues.Line(text);
        var ticks = new string('`', LongestRun(line) + 1);
        return line.Contains('`', StringComparison.Ordinal) ? $"{ticks} {line} {ticks}" : ticks + line + ticks;
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static string ReadStyle()
    {
        using var stream = typeof(PlanWriter).Assembly.GetManifestResourceStream("plan.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
