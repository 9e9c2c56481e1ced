using System.Globalization;
using LakeTools.Core.Calls;
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.Plans;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Definitions.Stores;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.Publishing;

/// <summary>
/// Finds what a plan takes away that going back cannot bring back whole: databases and tables with their partitions and earlier
/// versions, LF-tags with their assignments, jobs with their runs, and what partitions and stored values hang on.
/// </summary>
/// <param name="connection">The lake.</param>
internal sealed class LossReader(LakeConnection connection)
{
    /// <summary>Where counting stops: a page of things says enough.</summary>
    private const int Most = 10_000;

    /// <summary>Stands for a number that the caller may not find out.</summary>
    private const int Unknown = -1;

    /// <summary>Reads.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="consent">What needs no mention.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>What is lost, in the order of the plan.</returns>
    public async Task<IReadOnlyList<PlanLoss>> ReadAsync(LakePlan plan, PublishConsent consent, CancellationToken cancellationToken)
    {
        var databases = plan.Steps.Where(step => step.After is null && step.Item.Key.Kind == StateKind.Database)
            .Select(step => step.Item.Key.Id).ToHashSet(StringComparer.Ordinal);

        // The tables of a database that goes are counted with it.
        var steps = plan.Steps.Where(step => step.Before is not null && step.Action != PlanAction.Keep
            && !consent.Covers(step.Item.Key.Kind)
            && !(step.Item.Key.Kind == StateKind.Table && databases.Contains(step.Item.Resource!.DatabaseName!)));
        var losses = new List<PlanLoss>();
        await foreach (var loss in SideBySide.RunAsync(steps, StateReader.CallsAtATime, (step, token) => OfAsync(step, plan, token),
            cancellationToken).ConfigureAwait(false))
            if (loss is not null) losses.Add(new PlanLoss(loss.Value.Kind, loss.Value.Text));
        return losses;
    }

    private async Task<(StateKind Kind, string Text)?> OfAsync(StateChange step, LakePlan plan, CancellationToken cancellationToken)
    {
        var (kind, id) = (step.Item.Key.Kind, step.Item.Key.Id);
        var text = (kind, IsGone: step.After is null) switch
        {
            // What is behind a resource link stays.
            (StateKind.Database or StateKind.Table, _) when step.Before is { } before && LinkFacts.IsLink(before.Facts) => null,
            (StateKind.Database, true) => $"database {id}{await OfDatabaseAsync(step.Item, plan, cancellationToken).ConfigureAwait(false)}",
            (StateKind.Table, true) => $"table {id}{await OfTableAsync(step.Item, plan, cancellationToken).ConfigureAwait(false)}",
            (StateKind.Table, false) => await OfChangeAsync(step, cancellationToken).ConfigureAwait(false),
            (StateKind.Tag, true) => $"LF-tag {id}" + With(
                [(Assigned(plan, id), "assignment"), (Granted(plan, resource => resource.TagKey == id), "grant")]),
            (StateKind.Job, true) => $"job {id}, with its runs and its bookmark",
            _ => null,
        };
        return text is null ? null : (kind, text);
    }

    private async Task<string> OfDatabaseAsync(StateItem database, LakePlan plan, CancellationToken cancellationToken)
    {
        var name = database.Key.Id;
        var tables = new List<string>();
        await foreach (var table in new TableService(connection).ListAsync(name, null, connection.CatalogId, cancellationToken)
            .ConfigureAwait(false)) tables.Add(table.Name);
        var partitions = 0;
        var versions = 0;
        await foreach (var (some, earlier) in SideBySide.RunAsync(tables, StateReader.CallsAtATime,
            async (table, token) => (await PartitionsAsync(name, table, token).ConfigureAwait(false),
                await VersionsAsync(name, table, token).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false))
            (partitions, versions) = (Sum(partitions, some), Sum(versions, earlier));
        return With([(tables.Count, "table"), (partitions, "partition"), (versions, "earlier version"),
            .. Along(plan, resource => resource.DatabaseName == name)]);
    }

    private async Task<string> OfTableAsync(StateItem table, LakePlan plan, CancellationToken cancellationToken)
    {
        var (database, name) = (table.Resource!.DatabaseName!, table.Resource.TableName!);
        return With([
            (await PartitionsAsync(database, name, cancellationToken).ConfigureAwait(false), "partition"),
            (await VersionsAsync(database, name, cancellationToken).ConfigureAwait(false), "earlier version"),
            .. Along(plan, resource => resource.DatabaseName == database && resource.TableName == name),
        ]);
    }

    private async Task<string?> OfChangeAsync(StateChange step, CancellationToken cancellationToken)
    {
        var parts = new List<string>();
        string? Before(string fact) => step.Before!.Facts.GetValueOrDefault(fact);
        string? After(string fact) => step.After!.Facts.GetValueOrDefault(fact);
        var narrower = ColumnList.Read(Before(TableFacts.Columns))
            .Join(ColumnList.Read(After(TableFacts.Columns)), column => column.Name, column => column.Name, (old, now) => (old, now),
                StringComparer.OrdinalIgnoreCase)
            .Where(pair => !HiveTypeWidening.Holds(pair.old.Type, pair.now.Type));
        parts.AddRange(narrower.Select(pair => $"column {pair.old.Name} of {pair.old.Type} becomes {pair.now.Type}"));
        var keys = Before(TableFacts.Partitions);
        var isRekeyed = keys != After(TableFacts.Partitions) && keys is not null;
        var isMoved = Before(TableFacts.Location) != After(TableFacts.Location);
        if (keys is not null && (isRekeyed || isMoved))
        {
            var count = await PartitionsAsync(step.Item.Resource!.DatabaseName!, step.Item.Resource.TableName!, cancellationToken)
                .ConfigureAwait(false);
            if (isRekeyed) parts.Add($"its partition keys change, with {Count(count, "partition")}");
            else if (count != 0) parts.Add($"its location changes, while {Count(count, "partition")} stay where they are");
        }

        return parts.Count == 0 ? null : $"table {step.Item.Key.Id}: {string.Join("; ", parts)}";
    }

    private static IEnumerable<(int Count, string What)> Along(LakePlan plan, Func<LakeResource, bool> isIn) =>
    [
        (Granted(plan, isIn), "grant"),
        (plan.Actual.Items.Count(item => item.Key.Kind == StateKind.DataFilter && isIn(item.Resource!)), "data filter"),
        (plan.Actual.Items.Count(item => item.Key.Kind == StateKind.TagAssignment && isIn(item.Resource!)), "LF-tag assignment"),
    ];

    private static int Granted(LakePlan plan, Func<LakeResource, bool> isOn) =>
        plan.Actual.Items.Count(item => item.Key.Kind == StateKind.Grant && item.Resource is { } resource && isOn(resource));

    private static int Assigned(LakePlan plan, string tag) => plan.Actual.Items.Count(item =>
        item.Key.Kind == StateKind.TagAssignment && item.Facts.ContainsKey(TagAssignmentState.Tag + tag));

    private Task<int> PartitionsAsync(string database, string table, CancellationToken cancellationToken) =>
        CountAsync(new PartitionService(connection).ListAsync(database, table, null, connection.CatalogId, cancellationToken));

    // The newest version is the table itself.
    private async Task<int> VersionsAsync(string database, string table, CancellationToken cancellationToken)
    {
        var count = await CountAsync(new TableEditor(connection)
            .VersionsAsync(database, table, connection.CatalogId, cancellationToken)).ConfigureAwait(false);
        return count > 0 ? count - 1 : count;
    }

    private static int Sum(int one, int other) => one == Unknown || other == Unknown ? Unknown : one + other;

    private static async Task<int> CountAsync<T>(IAsyncEnumerable<T> things)
    {
        var count = 0;
        try
        {
            await foreach (var unused in things.ConfigureAwait(false))
                if (++count > Most) break;
        }
        catch (LakeException error) when (error.Category is LakeErrorCategory.PermissionDenied)
        {
            return Unknown;
        }

        return count;
    }

    private static string With(IEnumerable<(int Count, string What)> along)
    {
        var parts = along.Where(part => part.Count != 0).Select(part => Count(part.Count, part.What)).ToList();
        return parts.Count == 0 ? "" : ", with " + string.Join(", ", parts);
    }

    private static string Count(int count, string what) => count switch
    {
        Unknown => $"{what}s that you may not list",
        > Most => $"more than {Most.ToString("N0", CultureInfo.InvariantCulture)} {what}s",
        _ => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {what}{(count == 1 ? "" : "s")}",
    };
}
