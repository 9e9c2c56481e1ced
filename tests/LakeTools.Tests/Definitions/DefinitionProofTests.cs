using LakeTools.Core.Calls;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Definitions.Stores;
using LakeTools.Tests.Local;
using LakeTools.Tests.Local.LakeFormation;

namespace LakeTools.Tests.Definitions;

/// <summary>What must hold for every lake, tried on lakes that chance made.</summary>
public sealed class DefinitionProofTests
{
    private static readonly DefinitionSource s_source = new(new Dictionary<string, Func<string, string, DefinitionNode>>());

    private const string Owned = "owns: [ { everything: yes }, { role: '*' }, { bucket: '*' }, { secret: '*' } ]\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void An_exported_lake_compares_as_equal_and_is_made_anew_elsewhere() => Try(25, async (lake, folder) =>
    {
        var file = await ExportAsync(lake.Lake, folder);
        var same = await CompareAsync(lake.Lake, folder, file);
        if (same.HasChanges) return $"export, then compare: {string.Join("; ", same.Changes)}";
        var parts = await Service(lake.Lake, folder).ExportPartsAsync("parts", null, null, Ct);
        foreach (var part in parts)
        {
            var path = Path.Combine(folder, "parts", part.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, part.Text, Ct);
        }

        var split = await CompareAsync(lake.Lake, folder, Path.Combine(folder, "parts", parts[0].Path));
        if (split.HasChanges) return $"export in parts, then compare: {string.Join("; ", split.Changes)}";
        using var other = new TestLake();
        await PublishAsync(other, folder, await CompareAsync(other, folder, file));
        var twice = await CompareAsync(other, folder, file);
        return twice.HasChanges ? $"publish, then compare: {string.Join("; ", twice.Changes)}" : null;
    });

    [Fact]
    public void Going_back_gives_the_state_byte_for_byte() => Try(15, async (lake, folder) =>
    {
        // A definition that owns everything; its first publish records the lake as it is.
        var file = await ExportAsync(lake.Lake, folder, owns: true);
        const string Expressions = "\nexpressions:\n";
        var text = await File.ReadAllTextAsync(file, Ct);
        if (!text.Contains(Expressions, StringComparison.Ordinal)) text += Expressions[1..];
        await File.WriteAllTextAsync(file, text.Replace(Expressions, Expressions + "  mark: { k: [x] }\n", StringComparison.Ordinal), Ct);
        await PublishAsync(lake.Lake, folder, await CompareAsync(lake.Lake, folder, file));
        var before = await StateAsync(lake.Lake);

        // Another lake's contents take its place, and go again.
        using var second = await RandomLake.MakeAsync(Random.Shared.Next(), Ct);
        var other = await ExportAsync(second.Lake, folder, owns: true);
        await PublishAsync(lake.Lake, folder, await CompareAsync(lake.Lake, folder, other));
        var unequal = await CompareAsync(lake.Lake, folder, other);
        if (unequal.HasChanges) return $"publish over another, then compare: {string.Join("; ", unequal.Changes)}";
        var service = Service(lake.Lake, folder);
        var back = (await service.PublishAsync(await service.PlanRestoreAsync("random", 1, null, Ct), PublishConsent.All, null, Ct))!;
        // What no journal keeps, such as the history of a crawler, is named, and no part of the state.
        if (back.Changes.Any(change => change.State != "Done") || back.LeftOut.Count > 0) return $"restore: "
            + string.Join("; ", back.Changes.Where(change => change.State != "Done").Select(change => change + " " + change.Error)
                .Concat(back.LeftOut));
        var after = await StateAsync(lake.Lake);
        return before == after ? null : $"before:\n{before}\nafter:\n{after}";
    });

    [Fact]
    public async Task A_filter_that_hides_columns_takes_the_place_of_one_that_shows_some()
    {
        using var folder = new TemporaryFolder();
        using var lake = new TestLake();
        var file = Path.Combine(folder.Path, "filter.yaml");
        foreach (var columns in (string[])["columns: [a]", "excludedColumns: [a]", "columns: [b]"])
        {
            await File.WriteAllTextAsync(file,
                $"lake: 1\nname: filter\ndatabases: {{ d1: {{ tables: {{ t1: {{ columns: {{ a: int, b: int }}, filters: {{ f: "
                    + $"{{ {columns} }} }} }} }} }} }}\n", Ct);
            await PublishAsync(lake, folder.Path, await CompareAsync(lake, folder.Path, file));
            Assert.False((await CompareAsync(lake, folder.Path, file)).HasChanges);
        }
    }

    private static void Try(int lakes, Func<RandomLake, string, Task<string?>> test) => Proof.Try(lakes, async (seed, folder) =>
    {
        using var lake = await RandomLake.MakeAsync(seed, Ct);
        return await test(lake, folder);
    });

    private static DefinitionService Service(TestLake lake, string folder) =>
        new(lake.Connect(), new FolderJournal(Path.Combine(folder, lake.Folder.GetHashCode().ToString("x", null))));

    private static async Task<string> ExportAsync(TestLake lake, string folder, bool owns = false)
    {
        var file = Path.Combine(folder, Guid.NewGuid().ToString("n") + ".yaml");
        var text = await Service(lake, folder).ExportAsync("random", null, null, Ct);
        await File.WriteAllTextAsync(file, owns ? text + Owned : text, Ct);
        return file;
    }

    private static Task<LakePlan> CompareAsync(TestLake lake, string folder, string file) =>
        Service(lake, folder).CompareAsync(s_source, file, new Dictionary<string, string>(), detailed: false, null, Ct);

    private static async Task PublishAsync(TestLake lake, string folder, LakePlan plan)
    {
        var done = (await Service(lake, folder).PublishAsync(plan, PublishConsent.All, null, Ct))!;
        Assert.True(done.Status is "Done" or "Unchanged",
            string.Join("; ", done.Changes.Where(change => change.State != "Done").Select(change => $"{change}: {change.Error}")));
    }

    private static async Task<string> StateAsync(TestLake lake)
    {
        var state = await new StateReader(lake.Connect(), RetryPause.ByClock)
            .ReadAsync(new StateScope(new LakeState([]), RandomLake.OfAccount, Everything: true), null, Ct);
        var partitions = new List<string>();
        foreach (var table in state.Items.Where(item => item.Key.Kind == StateKind.Table))
            partitions.Add($"{table.Key.Id}: {(await new PartitionState(lake.Connect()).ReadTableAsync(table, Ct))?.Facts.Count}");
        return string.Join('\n', [.. state.Items.Select(StateJson.Write), .. partitions]);
    }
}
