using LakeTools.Core.Calls;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Definitions.Stores;
using LakeTools.Tests.Local;
using LakeTools.Tests.Local.LakeFormation;

namespace LakeTools.Tests.Definitions;

/// <summary>No publish does to a lake what its plan did not show, on lakes and definitions that chance made.</summary>
public sealed class PlanProofTests
{
    private static readonly DefinitionSource s_source = new(new Dictionary<string, Func<string, string, DefinitionNode>>());

    private static readonly string[] s_owned =
    [
        "{ everything: true }", "{ database: '*' }", "{ database: d1 }", "{ tag: '*' }, { database: d2 }", "{ principal: role/p }",
        "{ expression: '*' }, { principal: '*' }", "{ location: 's3://*' }, { tag: k }", "{ administrators: true }, { job: '*' }",
        "{ connection: '*' }, { crawler: '*' }, { trigger: '*' }", "{ catalog: '*' }",
        "{ role: '*' }, { bucket: '*' }, { secret: '*' }, { job: '*' }, { trigger: '*' }",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void A_publish_takes_away_and_changes_what_its_plan_showed_and_nothing_else() => Proof.Try(12, TryAsync);

    private static async Task<string?> TryAsync(int seed, string folder)
    {
        using var lake = await RandomLake.MakeAsync(seed, Ct);
        using var other = await RandomLake.MakeAsync(seed ^ 0x5eed, Ct);
        var text = await Service(other.Lake, folder).ExportAsync("random", null, null, Ct);
        var file = Path.Combine(folder, "random.yaml");
        await File.WriteAllTextAsync(file, $"{text}owns: [{s_owned[seed % s_owned.Length]}]\n", Ct);
        var service = Service(lake.Lake, folder);
        var before = await StateAsync(lake.Lake);
        var plan = await service.CompareAsync(s_source, file, new Dictionary<string, string>(), detailed: false, null, Ct);
        var done = (await service.PublishAsync(plan, PublishConsent.All, null, Ct))!;
        var after = await StateAsync(lake.Lake);

        // What a result says was done was shown, in the same words.
        var shown = plan.Changes.Select(change => change.Reason).ToHashSet(StringComparer.Ordinal);
        if (done.Changes.FirstOrDefault(change => !shown.Contains(change.Reason)) is { } secret) return $"was not shown: {secret}";
        foreach (var key in before.Items.Concat(after.Items).Select(item => item.Key).Distinct())
        {
            var (old, now) = (before.Find(key), after.Find(key));
            var changes = plan.Changes.Where(change => change.Kind == key.Kind.ToString() && change.Target == key.Id).ToList();
            if (old is null && !changes.Exists(change => change.Action == "Create")) return $"{key} came, and was not shown";
            if (now is null && !changes.Exists(change => change.Action == "Remove" && change.After is null)
                && !IsWhole(key, changes) && !IsOfColumn(key, plan)) return $"{key} went, and was not shown";
            if (old is null || now is null || key.Kind == StateKind.Grant) continue;
            var gone = old.Facts.Where(fact => now.Facts.GetValueOrDefault(fact.Key) != fact.Value).Select(fact => fact.Key);
            if (gone.FirstOrDefault(fact => !changes.Exists(change => Names(change, fact))) is { } lost)
                return $"{key} lost {lost}, which was not shown: {string.Join("; ", changes)}";
        }

        return null;
    }

    // Of a grant that goes in part the words say which; a thing without facts is no more when its parts are gone.
    private static bool IsWhole(StateKey key, List<LakePlanChange> changes) =>
        key.Kind is StateKind.Grant or StateKind.TagAssignment && changes.Exists(change => change.Action == "Remove");

    // LF-Tags that the definition does not own go with their column, which is shown.
    private static bool IsOfColumn(StateKey key, LakePlan plan) =>
        key.Kind == StateKind.TagAssignment && key.Id.Split('.') is [var database, var table, var column]
        && plan.Changes.Any(change => change.Kind == "Table" && change.Target == $"{database}.{table}"
            && change.Before?.ContainsKey("column " + column) == true);

    // Columns are shown one by one, and those that come only after.
    private static bool Names(LakePlanChange change, string fact) => fact is "columns" or "partitions"
        ? (change.Before?.Keys ?? []).Concat(change.After?.Keys ?? []).Any(name => name.Contains("column", StringComparison.Ordinal)
            || name.Contains("partition", StringComparison.Ordinal))
        : change.Before?.ContainsKey(fact) == true;

    private static DefinitionService Service(TestLake lake, string folder) =>
        new(lake.Connect(), new FolderJournal(Path.Combine(folder, lake.Folder.GetHashCode().ToString("x", null))));

    private static async Task<LakeState> StateAsync(TestLake lake) => await new StateReader(lake.Connect(), RetryPause.ByClock)
        .ReadAsync(new StateScope(new LakeState([]), RandomLake.OfAccount, Everything: true), null, Ct);
}
