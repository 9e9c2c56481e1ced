using LakeTools.Core.Calls;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Definitions.Stores;
using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Tests.Local;
using LakeTools.Tests.Local.LakeFormation;

namespace LakeTools.Tests.Definitions;

/// <summary>
/// What must hold of publishing on bad days: faults, a process that ends in between, another publisher, and each moment on the way.
/// </summary>
public sealed class DefinitionFaultTests
{
    private const int Attempts = 12;
    private const int FaultyAttempts = 3;
    private const int OneIn = 150; // so that about two of a publish's fifty requests fail

    private static readonly RetryPause s_noPause = new((_, _) => Task.CompletedTask, () => 0);
    private static readonly DefinitionSource s_source = new(new Dictionary<string, Func<string, string, DefinitionNode>>());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Whatever_fails_publishing_again_ends_right_and_nothing_is_called_done_that_is_not() => Try(8, async (random, folder) =>
    {
        using var lake = await RandomLake.MakeAsync(random.Next(), Ct);
        var file = await ExportAsync(lake.Lake, folder);
        using var other = new TestLake();
        var good = Service(other.Connect(), folder);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var seed = random.Next();
            var bad = Service(other.Connect(before: handler => new FaultyHandler(handler, seed, oneIn: OneIn)), folder);
            var plan = await CompareAsync(good, file);
            if (!plan.HasChanges) break;
            var published = await OrFailureAsync(() => bad.PublishAsync(plan, PublishConsent.All, null, Ct));
            var left = (await CompareAsync(good, file)).Changes.Select(change => (change.Kind, change.Target)).ToHashSet();
            if (published?.Changes.FirstOrDefault(change =>
                change.State == "Done" && left.Contains((change.Kind, change.Target))) is { } lie) return $"not done: {lie}";
        }

        await good.PublishAsync(await CompareAsync(good, file), PublishConsent.All, null, Ct);
        var end = await CompareAsync(good, file);
        return end.HasChanges ? $"left: {string.Join("; ", end.Changes)}" : null;
    });

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public void A_publish_that_ended_at_any_request_is_unfinished_and_publishing_again_ends_right(bool isDone, bool isInS3) =>
        Proof.Try(1, async (seed, folder) =>
    {
        using var lake = await RandomLake.MakeAsync(seed, Ct);
        var file = await ExportAsync(lake.Lake, folder);
        for (var last = 1; ; last++)
        {
            // In S3 each step has a request more.
            if (isInS3 && !Steps.Takes($"{isDone}", last, OneIn - 1)) continue;
            using var other = new TestLake();
            if (isInS3) await other.Connect().Clients.S3.PutBucketAsync("journals", Ct);
            DefinitionService Of(LakeConnection connection) => isInS3
                ? new(connection, new S3Journal(connection, "s3://journals/x"), s_noPause)
                : Service(connection, Path.Combine(folder, $"{last}"));
            WatchingHandler? handler = null;
            void End(int number) { if (number >= last) throw new ProcessEndedException(); }
            var killed = Of(other.Connect(before: inner => handler = isDone
                ? new WatchingHandler(inner, number => End(number - 1), number => { End(number); return Task.CompletedTask; })
                : new WatchingHandler(inner, End)));
            var good = Of(other.Connect());
            var plan = await CompareAsync(good, file);
            var isEnded = false;
            try
            {
                await killed.PublishAsync(plan, PublishConsent.All, null, Ct);
            }
            catch (ProcessEndedException)
            {
                isEnded = true;
            }

            var history = await HistoryAsync(good);
            var left = await CompareAsync(good, file);
            // In S3 the last requests tidy up behind a publish that is done.
            if (isEnded && history.Exists(version => version.Status != "Unfinished" && (!isInS3 || left.HasChanges)))
                return $"ended at request {last}: {string.Join(", ", history.Select(version => version.Status))}";
            await good.PublishAsync(left, PublishConsent.All, null, Ct);
            var end = await CompareAsync(good, file);
            if (end.HasChanges) return $"ended at request {last}, left: {string.Join("; ", end.Changes)}";
            if (!isEnded) return history is [{ Status: "Done" }] && last > 1 ? null : "never ended";
        }
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nobody_lacks_on_the_way_what_they_have_before_and_after(bool isFaulty) => Try(isFaulty ? 6 : 12, async (random, folder) =>
    {
        using var lake = await RandomLake.MakeAsync(random.Next(), Ct);
        using var wanted = await RandomLake.MakeAsync(random.Next(), Ct);
        var file = await ExportAsync(wanted.Lake, folder, "owns: [ { everything: yes } ]\n");
        var moments = new List<(string State, HashSet<string> Held)>();
        await LookAsync(lake.Lake, moments);
        var good = Service(lake.Lake.Connect(), folder);
        var plan = await CompareAsync(good, file);
        for (var attempt = 0; isFaulty && attempt < FaultyAttempts; attempt++)
        {
            await OrFailureAsync(async () =>
                await Watched(random.Next()).PublishAsync(await CompareAsync(good, file), PublishConsent.All, null, Ct));
        }

        var done = (await Watched(null).PublishAsync(await CompareAsync(good, file), PublishConsent.All, null, Ct))!;
        if (done.Status == "Failed") return string.Join("; ", done.Changes.Where(change => change.State != "Done")
            .Select(change => $"{change}: {change.Error}"));
        var (excused, cells) = (InTheWay(plan), ChangedAtOnce(plan).ToHashSet(StringComparer.Ordinal));
        var always = moments[0].Held.Intersect(moments[^1].Held)
            .Where(held => !cells.Contains(held) && !excused.Exists(thing => IsOf(held, thing))).ToList();
        var lacking = moments.Select(moment => (moment.State, Lost: always.Except(moment.Held).ToList()))
            .FirstOrDefault(moment => moment.Lost.Count > 0);
        return lacking.Lost is null ? null
            : $"lost for a moment: {string.Join("; ", lacking.Lost)}\nplan:\n{string.Join('\n', plan.Changes)}\n"
                + $"before:\n{moments[0].State}\nthen:\n{lacking.State}\nafter:\n{moments[^1].State}";

        DefinitionService Watched(int? seed) => Service(lake.Lake.Connect(before: handler =>
            new FaultyHandler(
                new WatchingHandler(handler, null, _ => LookAsync(lake.Lake, moments), writesOnly: true), seed, oneIn: OneIn)), folder);
    }, 125270182); // LF-Tags that made a grant hold came after the opt-in

    // SELECT on some columns and what it excludes are never held together: what is in the way of the one that comes must go before.
    private static List<LakeGrant> InTheWay(LakePlan plan)
    {
        var steps = plan.Steps.Where(step => step.Item.Key.Kind == StateKind.Grant && step.Action != PlanAction.Keep).ToList();
        var coming = new PartialSelects();
        foreach (var step in steps.Where(step => step.Action != PlanAction.Remove))
            foreach (var grant in GrantFacts.ToGrant(step.Before, step.After!)) coming.Add(grant);
        return [.. steps.Where(step => step.Action == PlanAction.Remove)
            .SelectMany(step => GrantFacts.ToRevoke(step.Before!, step.After)).Where(coming.Excludes)];
    }

    // A filter that shows more rows of fewer columns, or fewer of more, changes at once: none shows exactly what it does before and after.
    private static IEnumerable<string> ChangedAtOnce(LakePlan plan)
    {
        foreach (var steps in plan.Steps
            .Where(step => step.Item.Key.Kind == StateKind.DataFilter && step.Action == PlanAction.Change).GroupBy(step => step.Item.Key))
        {
            var (before, after) = (StateAccess.CellsOf(steps.First().Before!).ToList(), StateAccess.CellsOf(steps.Last().After!).ToList());
            var (columns, others) = (before.Select(cell => cell.Column).ToHashSet(), after.Select(cell => cell.Column).ToHashSet());
            var isOne = before.Exists(cell => cell.IsAllRows) == after.Exists(cell => cell.IsAllRows) || columns.SetEquals(others)
                || before.TrueForAll(after.Contains) || after.TrueForAll(before.Contains);
            if (isOne) continue;
            var table = LakeResource.Table(steps.First().Item.Resource!.DatabaseName!, steps.First().Item.Resource!.TableName!);
            foreach (var principal in RandomLake.Principals)
                foreach (var (column, isAllRows) in before.Except(after))
                    yield return StateAccess.Cell(principal, table, column, isAllRows);
        }
    }

    // What the group of all principals loses, all of them lose.
    private static bool IsOf(string held, LakeGrant thing) =>
        (thing.Principal == LakePrincipal.IamAllowedPrincipalsId || held.StartsWith(thing.Principal + " ", StringComparison.Ordinal))
        && (held.Contains($" table {thing.Resource.DatabaseName}.{thing.Resource.TableName}", StringComparison.Ordinal)
            || held.EndsWith($" DESCRIBE database {thing.Resource.DatabaseName}", StringComparison.Ordinal));

    [Fact]
    public async Task Nothing_is_taken_from_who_was_not_given_what_comes_in_its_place()
    {
        using var folder = new TemporaryFolder();
        using var lake = new TestLake();
        var file = Path.Combine(folder.Path, "swap.yaml");
        const string Head = "lake: 1\nname: swap\nowns: [ { database: d1 } ]\ndatabases: { d1: { tables: { t1: { columns: "
            + "{ a: int } } } } }\n";
        var good = Service(lake.Connect(), folder.Path);
        await File.WriteAllTextAsync(file, Head
            + "grants: [ { to: [role/p, role/q], on: { database: d1, table: '*' }, allow: [SELECT] } ]\n", Ct);
        await good.PublishAsync(await CompareAsync(good, file), PublishConsent.All, null, Ct);

        await File.WriteAllTextAsync(file, Head + "grants: [ { to: role/p, on: { database: d1, table: t1 }, allow: [SELECT] } ]\n", Ct);
        var noGrants = Service(lake.Connect(before: handler => new FaultyHandler(handler, null, refused: "/BatchGrantPermissions")),
            folder.Path);
        var done = (await noGrants.PublishAsync(await CompareAsync(good, file), PublishConsent.All, null, Ct))!;
        Assert.Equal("Failed", done.Status);
        Assert.Equal(["Create Failed role/p", "Remove Blocked role/p", "Remove Done role/q"],
            done.Changes.Select(change => $"{change.Action} {change.State} {change.Reason.Split(' ')[^1]}").Order());
        await good.PublishAsync(await CompareAsync(good, file), PublishConsent.All, null, Ct);
        Assert.False((await CompareAsync(good, file)).HasChanges);
    }

    [Fact]
    public void Nothing_beyond_what_is_owned_changes() => Try(30, async (random, folder) =>
    {
        using var lake = await RandomLake.MakeAsync(random.Next(), Ct);
        var owned = ((OwnedKind Kind, string Pattern)[])[(OwnedKind.Database, "d1"), (OwnedKind.Principal, "role/p"), (OwnedKind.Tag, "k")];
        var (kind, pattern) = owned[random.Next(owned.Length)];
        var file = Path.Combine(folder, "owner.yaml");
        await File.WriteAllTextAsync(file, $"lake: 1\nname: owner\nowns: [ {{ {kind.ToString().ToLowerInvariant()}: {pattern} }} ]\n", Ct);
        var rule = new Ownership([new OwnedThing(kind, pattern)]);

        // An LF-Tag takes with it where it was put and what was granted by it: that is not outside.
        StateItem Untagged(StateItem item) =>
            item with { Facts = StateItem.FactsOf(item.Facts.Where(fact => fact.Key != "tag.k")
            .Select(fact => (fact.Key, (string?)fact.Value))) };
        bool IsOutside(StateItem item) => !rule.Owns(item) && (kind != OwnedKind.Tag
            || (item.Resource?.TagExpression?.Any(condition => condition.Key == "k") != true
                && (item.Key.Kind != StateKind.TagAssignment || Untagged(item).Facts.Count > 0)));
        string Outside(LakeState state) =>
            string.Join('\n', state.Items.Where(IsOutside).Select(item => StateJson.Write(kind == OwnedKind.Tag ? Untagged(item) : item)));
        var before = Outside(await StateAsync(lake.Lake));
        var service = Service(lake.Lake.Connect(), folder);
        var done = (await service.PublishAsync(await CompareAsync(service, file), PublishConsent.All, null, Ct))!;
        var left = await StateAsync(lake.Lake);
        // Who publishes may not drop what somebody else made.
        if (done.Status != "Failed" && left.Items.Any(rule.Owns))
            return $"{kind} left: {string.Join("; ", left.Items.Where(rule.Owns).Select(item => item.Key))}";
        var after = Outside(left);
        return before == after ? null : $"{kind} before:\n{before}\nafter:\n{after}";
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Two_at_once_end_right_or_one_is_told(bool isSame) => Try(6, async (random, folder) =>
    {
        using var lake = await RandomLake.MakeAsync(random.Next(), Ct);
        using var wanted = await RandomLake.MakeAsync(random.Next(), Ct);
        string[] databases = isSame ? ["d1", "d1"] : ["d1", "d2"];
        var files = new List<string>();
        foreach (var database in databases)
            files.Add(await ExportAsync(wanted.Lake, folder, $"owns: [ {{ database: {database} }} ]\n", database));

        var ends = await Task.WhenAll(files.Select(file => Task.Run(async () =>
        {
            var service = Service(lake.Lake.Connect(), folder);
            var plan = await CompareAsync(service, file);
            try
            {
                return (await service.PublishAsync(plan, PublishConsent.All, null, Ct))!.Status;
            }
            catch (LakeException error) when (error.Id == "PlanOutdated")
            {
                return error.Id;
            }
        }, Ct)));

        var again = Service(lake.Lake.Connect(), folder);
        foreach (var file in files)
        {
            var plan = await CompareAsync(again, file);
            if (plan.HasChanges && ends.All(end => end is "Done" or "Unchanged"))
                return $"both were told that all is done, left: {string.Join("; ", plan.Changes)}";
            await again.PublishAsync(plan, PublishConsent.All, null, Ct);
        }

        foreach (var file in files)
            if (await CompareAsync(again, file) is { HasChanges: true } left)
                return $"{string.Join(", ", ends)}, left: {string.Join("; ", left.Changes)}";
        var numbers = (await HistoryAsync(again)).ConvertAll(version => version.Version);
        return numbers.Distinct().Count() == numbers.Count ? null : $"numbers: {string.Join(", ", numbers)}";
    });

    private static void Try(int count, Func<Random, string, Task<string?>> test, params int[] known) =>
        Proof.Try(count, (seed, folder) => test(new Random(seed), folder), known);

    private static DefinitionService Service(LakeConnection connection, string folder) =>
        new(connection, new FolderJournal(Path.Combine(folder, "journal")), s_noPause);

    private static async Task<string> ExportAsync(TestLake lake, string folder, string owns = "", string? database = null)
    {
        var file = Path.Combine(folder, Guid.NewGuid().ToString("n") + ".yaml");
        await File.WriteAllTextAsync(file, await Service(lake.Connect(), folder).ExportAsync("random", database, null, Ct) + owns, Ct);
        return file;
    }

    private static Task<LakePlan> CompareAsync(DefinitionService service, string file) =>
        service.CompareAsync(s_source, file, new Dictionary<string, string>(), detailed: false, null, Ct);

    private static async Task<List<LakeDefinitionVersion>> HistoryAsync(DefinitionService service)
    {
        var versions = new List<LakeDefinitionVersion>();
        await foreach (var version in service.HistoryAsync(null, Ct)) versions.Add(version);
        return versions;
    }

    private static Task<LakeState> StateAsync(TestLake lake) =>
        new StateReader(lake.Connect(), s_noPause).ReadAsync(new StateScope(new LakeState([]), Ownership.None, Everything: true), null, Ct);

    private static async Task LookAsync(TestLake lake, List<(string State, HashSet<string> Held)> moments)
    {
        var state = await StateAsync(lake);
        var text = string.Join('\n', state.Items.Select(StateJson.Write));
        if (moments.Count == 0 || moments[^1].State != text) moments.Add((text, StateAccess.Of(state)));
    }

    private static async Task<LakePublication?> OrFailureAsync(Func<Task<LakePublication?>> publish)
    {
        try
        {
            return await publish();
        }
        catch (Exception error) when (error is LakeException || SdkErrors.CanTranslate(error))
        {
            return null;
        }
    }

    /// <summary>Stands for the end of the process: nothing in the engine knows it.</summary>
    private sealed class ProcessEndedException : Exception;
}
