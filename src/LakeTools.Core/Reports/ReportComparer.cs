using LakeTools.Rules.Access;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;

namespace LakeTools.Core.Reports;

/// <summary>Tells who gained and who lost what since an earlier report. Pure.</summary>
/// <remarks>
/// The comparison uses effective rights: the entry of a principal, or else the entry of its group. A principal that the earlier report does
/// not name had the permissions of its group. Resources and principals that are gone are shown as lost.
/// </remarks>
internal static class ReportComparer
{
    private static readonly AccessSummary s_nothing = new(PermissionSet.None, PermissionSet.None, [], [], []);

    /// <summary>Refuses an earlier report that is about something else.</summary>
    /// <param name="then">The earlier report.</param>
    /// <param name="path">The path of the report.</param>
    /// <param name="accountId">The account of the report that is asked for.</param>
    /// <param name="region">Its region.</param>
    /// <param name="scope">The scope. Null for the whole lake.</param>
    /// <exception cref="LakeException"><c>ReportOfAnotherLake</c>, <c>ReportOfAnotherScope</c>.</exception>
    public static void Check(EarlierReport then, string path, string accountId, string region, string? scope)
    {
        if (then.AccountId != accountId || then.Region != region)
            throw Fault.ReportOfAnotherLake(path, $"{then.AccountId} in {then.Region}", $"{accountId} in {region}");
        if (then.Scope != scope) throw Fault.ReportOfAnotherScope(path, then.Scope ?? "the whole lake", scope ?? "the whole lake");
    }

    /// <summary>Adds what changed to a report.</summary>
    /// <param name="now">The report.</param>
    /// <param name="then">The earlier one, of the same lake and scope.</param>
    /// <returns>The report with changes; entries without rights represent what is lost whole.</returns>
    public static LakeReport Compare(LakeReport now, EarlierReport then)
    {
        var principals = now.Principals.ToList();
        var places = now.Principals.Select((principal, place) => (principal.Id, place)).ToDictionary();
        foreach (var id in then.Groups.Keys.Where(id => !places.ContainsKey(id)).Order(StringComparer.Ordinal))
        {
            places[id] = principals.Count;
            var group = then.Groups[id] is { } name ? places.GetValueOrDefault(name, -1) : -1;
            principals.Add(new ReportPrincipal(id, ReportBuilder.KindOf(id), group));
        }

        var things = now.Things.ToList();
        var keys = now.Things.Select((thing, place) => (thing.Key, place)).ToDictionary();
        foreach (var (key, thing) in then.Things.Where(pair => !keys.ContainsKey(pair.Key)))
        {
            keys[key] = things.Count;
            things.Add(thing with { Detail = thing.Detail with { IsGone = true } });
        }

        var entries = now.Entries.ToDictionary(entry => (entry.Principal, entry.Thing));
        ReportEntry? Reaching(int principal, int thing)
        {
            for (; principal >= 0; principal = principals[principal].Group)
                if (entries.TryGetValue((principal, thing), out var found)) return found;
            return null;
        }

        ReportRight? Then(int principal, string thing)
        {
            for (; principal >= 0; principal = principals[principal].Group)
                if (then.Rights.TryGetValue((principals[principal].Id, thing), out var found)) return found;
            return null;
        }

        // The keys are fixed before an entry is added, so a change of a group is not taken for an entry of its member.
        var asked = entries.Keys.Concat(then.Rights.Keys.Select(key => (places[key.Principal], keys[key.Thing]))).Distinct().ToList();
        var changed = new List<ReportEntry>();
        foreach (var (principal, thing) in asked)
        {
            var entry = Reaching(principal, thing);
            var right = entry is null ? ReportRight.None : ReportRight.Of(entry, things[thing]);
            if (ReportChange.Between(Then(principal, things[thing].Key), right) is not { } change) continue;
            var isOwn = entry?.Principal == principal;
            changed.Add(new ReportEntry(principal, thing, entry?.Access ?? s_nothing, (isOwn ? entry!.Marks : ReportMarks.None)
                | change.Marks(right)) { Change = change, Grants = entry?.Grants ?? [] });
        }

        foreach (var entry in changed) entries[(entry.Principal, entry.Thing)] = entry;
        return now with
        {
            Since = then.Since,
            Principals = principals,
            Things = things,
            Entries = [.. entries.Values.OrderBy(entry => entry.Thing).ThenBy(entry => entry.Principal)],
            Notes = [.. now.Notes, .. Notes(now, then)],
        };
    }

    private static IEnumerable<string> Notes(LakeReport now, EarlierReport then)
    {
        if (then.Bound is { } bound) yield return bound;
        if (then.ReadBy != now.ReadBy)
            yield return $"The earlier report was read by {then.ReadBy}. What only one of both may see is shown as gained or lost.";
        if (then.IsPartial)
            yield return "The caller of the earlier report could not read everything. Permissions that were not visible then are "
                + "shown as gained.";
        if (now.Notes.Count > 0)
            yield return "The caller of this report could not read everything. Permissions that are not visible now are shown as lost.";
    }
}
