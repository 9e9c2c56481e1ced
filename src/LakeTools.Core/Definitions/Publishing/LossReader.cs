using System.Globalization;
using LakeTools.Core.Calls;
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.Plans;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Definitions.Stores;
using LakeTools.Core.Glue;
using LakeTools.Core.Jobs;
using LakeTools.Core.Permissions.Tags;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Publishing;

/// <summary>
/// Finds what a plan removes and a restore cannot fully recover: databases and tables with their partitions and earlier
/// versions, LF-Tags with their assignments, jobs with their runs, and what partitions and stored values depend on.
/// </summary>
/// <param name="connection">The lake.</param>
/// <param name="reader">Reads the lake.</param>
internal sealed class LossReader(LakeConnection connection, StateReader reader)
{
    /// <summary>The limit of counting. More items are not counted.</summary>
    private const int Most = 10_000;

    /// <summary>Represents a number that the caller may not read.</summary>
    private const int Unknown = -1;

    private readonly PartitionState _partitions = new(connection);
    private readonly ColumnStatisticsState _statistics = new(connection);
    private readonly RemovedMeanwhile _meanwhile = new(connection);

    // The contents of the resources in a plan.
    private PlanContents _within = null!;

    /// <summary>Reads.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="progress">Receives the progress of reading.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The losses, in the order of the plan.</returns>
    public async Task<IReadOnlyList<PlanLoss>> ReadAsync(LakePlan plan, IProgress<LakeProgress>? progress,
        CancellationToken cancellationToken)
    {
        _within = new PlanContents(plan);
        var databases = plan.Steps.Where(step => step.After is null && step.Item.Key.Kind == StateKind.Database)
            .Select(step => step.Item.Key.Id).ToHashSet(StringComparer.Ordinal);
        var unsaid = await UnsaidSettings.OfAsync(reader, plan, cancellationToken).ConfigureAwait(false);
        var steps = plan.Steps.Where(step => step.Before is not null && step.Action != PlanAction.Keep
            && (step.After is null || step.Item.Key.Kind == StateKind.Table || unsaid.Of(step.Item.Key).Count > 0)).ToList();
        var losses = new List<PlanLoss>();
        var done = 0;
        await foreach (var loss in SideBySide.RunAsync(steps, StateReader.CallsAtATime, (step, token) => OfAsync(step, plan, token),
            cancellationToken).ConfigureAwait(false))
        {
            var step = steps[done++];
            progress?.Report(new LakeProgress("Counting what is removed", $"{done} of {steps.Count} resources", done, steps.Count));
            var settings = unsaid.Of(step.Item.Key);
            if (loss is null && settings.Count == 0) continue;

            // The tables of a removed database are counted with it.
            var isCounted = loss?.Key.Kind == StateKind.Table && databases.Contains(step.Item.Resource!.DatabaseName!);
            var text = isCounted ? null : loss?.Text;
            if (step.After is not null && settings.Count > 0) text = string.Join(", ", new[] { text }.OfType<string>().Concat(settings));
            losses.Add(new PlanLoss(step.Item.Key, text)
            {
                Kept = loss?.Kept ?? [],
                Gone = [.. loss?.Gone ?? [], .. settings],
            });
        }

        return losses;
    }

    private async Task<PlanLoss?> OfAsync(StateChange step, LakePlan plan, CancellationToken cancellationToken)
    {
        var (key, id) = (step.Item.Key, step.Item.Key.Id);

        // The target of a resource link is kept.
        if (key.Kind is StateKind.Database or StateKind.Table && step.Before is { } before && LinkFacts.IsLink(before.Facts)) return null;
        switch (key.Kind, IsGone: step.After is null)
        {
            case (StateKind.Database, true):
                return new PlanLoss(key, $"database {id}{await OfDatabaseAsync(step.Item, cancellationToken).ConfigureAwait(false)}");
            case (StateKind.Table, true):
                return await OfTableAsync(step.Item, cancellationToken).ConfigureAwait(false);
            case (StateKind.Table, false):
                return await OfChangeAsync(step, cancellationToken).ConfigureAwait(false);
            case (StateKind.Tag, true):
                var along = With([
                    (_within.Count(StateKind.TagAssignment, key), "assignment"), (_within.Count(StateKind.Grant, key), "grant"),
                ]);
                var elsewhere = await IsAssignedElsewhereAsync(step.Item, plan, cancellationToken).ConfigureAwait(false);
                return new PlanLoss(key, $"LF-Tag {id}{along}")
                {
                    Gone = elsewhere ? [$"the assignments of LF-Tag {id} to resources that the definition does not own"] : [],
                };
            case (StateKind.Job, true):
                var runs = new JobService(connection).GetRunsAsync(id, cancellationToken);
                var hasRuns = await CountAsync(
                    Absent.Skip(runs, nameof(Fault.JobNotFound), cancellationToken), 1).ConfigureAwait(false) != 0;
                return new PlanLoss(key, $"job {id}, with its runs and its bookmark")
                {
                    Gone = hasRuns ? [$"the runs and the bookmark of job {id}"] : [],
                };
            case (StateKind.Connection, true):
                return new PlanLoss(key, $"connection {id}");
            case (StateKind.Catalog, true):
                var granted = With([(_within.Count(StateKind.Grant, key), "grant")]);
                var isStored = step.Item.Facts.ContainsKey(CatalogState.DataLakeAccess);
                return new PlanLoss(key, $"catalog {id}{granted}")
                {
                    Gone = isStored ? [$"the data of catalog {id} in Redshift managed storage"] : [],
                };
            case (StateKind.Crawler, true):
                return new PlanLoss(key, $"crawler {id}, with the history of its crawls")
                {
                    Gone = [$"the history of crawler {id}, and its list of crawled folders"],
                };
            case (StateKind.Role, true):
                return new PlanLoss(key, $"role {id}, with its policies");
            case (StateKind.Bucket, true):
                return new PlanLoss(key, $"bucket {id}, whose name another account can then use");
            case (StateKind.Secret, true):
                return new PlanLoss(key, $"secret {id}, which Restore-LakeSecret can restore for 30 days");
            default:
                return null;
        }
    }

    private async Task<string> OfDatabaseAsync(StateItem database, CancellationToken cancellationToken)
    {
        var name = database.Key.Id;
        var tables = new List<string>();
        var listed = new TableService(connection).ListAsync(name, null, connection.CatalogId, cancellationToken);
        await foreach (var table in _meanwhile.ListAsync(database.Resource!, listed, cancellationToken).ConfigureAwait(false))
            tables.Add(table.Name);
        var partitions = 0;
        var versions = 0;
        await foreach (var (some, earlier) in SideBySide.RunAsync(tables, StateReader.CallsAtATime,
            async (table, token) => (await PartitionsAsync(name, table, token).ConfigureAwait(false),
                await VersionsAsync(name, table, token).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false))
            (partitions, versions) = (Sum(partitions, some), Sum(versions, earlier));
        return With([(tables.Count, "table"), (partitions, "partition"), (versions, "earlier version"),
            .. Along(database.Key)]);
    }

    private async Task<PlanLoss> OfTableAsync(StateItem table, CancellationToken cancellationToken)
    {
        var (database, name) = (table.Resource!.DatabaseName!, table.Resource.TableName!);
        var (kept, gone) = (new List<StateItem>(), new List<string>());
        var partitions = await KeepAsync(() => _partitions.ReadTableAsync(table, cancellationToken), PartitionState.Count, kept)
            .ConfigureAwait(false);
        var statistics = await KeepAsync(
            () => _statistics.ReadTableAsync(table, ColumnStatisticsState.ColumnsOf(table), cancellationToken),
            item => item.Facts.Count,
            kept).ConfigureAwait(false);
        var versions = await VersionsAsync(database, name, cancellationToken).ConfigureAwait(false);
        if (partitions == Unknown) gone.Add($"the partitions of table {table.Key.Id}, which you do not have permission to list");
        if (statistics == Unknown) gone.Add($"the column statistics of table {table.Key.Id}, which you do not have permission to read");
        if (versions != 0) gone.Add($"{Count(versions, "earlier version")} of table {table.Key.Id}");
        var along = With([
            (partitions, "partition"),
            (versions, "earlier version"),
            .. Along(table.Key),
        ]);
        return new PlanLoss(table.Key, $"table {table.Key.Id}{along}") { Kept = kept, Gone = gone };
    }

    private static async Task<int> KeepAsync(Func<Task<StateItem?>> read, Func<StateItem, int> count, List<StateItem> kept)
    {
        try
        {
            if (await read().ConfigureAwait(false) is not { } item) return 0;
            kept.Add(item);
            return count(item);
        }
        catch (LakeException error) when (error.Category is LakeErrorCategory.PermissionDenied)
        {
            return Unknown;
        }
    }

    private async Task<bool> IsAssignedElsewhereAsync(StateItem tag, LakePlan plan, CancellationToken cancellationToken)
    {
        if (plan.Content.Owned.Rules.Any(rule => rule.Kind == OwnedKind.Everything)) return false;
        var expression = TagExpression.Of([KeyValuePair.Create(tag.Key.Id, TagState.Values(tag))]);
        try
        {
            await foreach (var found in new TaggedResourceService(connection)
                .FindAsync(expression, null, connection.CatalogId, cancellationToken).ConfigureAwait(false))
            {
                var resource = LakeResource.Database(found.DatabaseName, tag.Resource!.CatalogId);
                if (!plan.Content.Owned.Owns(new StateItem(new StateKey(StateKind.Database, found.DatabaseName), StateItem.FactsOf())
                {
                    Resource = resource,
                })) return true;
            }
        }
        catch (LakeException error) when (error.Category is LakeErrorCategory.PermissionDenied)
        {
            return true;
        }

        return false;
    }

    private async Task<PlanLoss?> OfChangeAsync(StateChange step, CancellationToken cancellationToken)
    {
        var parts = new List<string>();
        var (kept, gone) = (new List<StateItem>(), new List<string>());
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
            var count = await KeepAsync(() => _partitions.ReadTableAsync(step.Before!, cancellationToken), PartitionState.Count, kept)
                .ConfigureAwait(false);
            if (count == Unknown && isRekeyed) gone.Add($"the partitions of table {step.Item.Key.Id}, "
                + "which you do not have permission to list");
            if (isRekeyed) parts.Add($"its partition keys change, with {Count(count, "partition")}");
            else if (count != 0) parts.Add($"its location changes, and not that of {Count(count, "partition")}");
        }

        var now = ColumnList.Read(After(TableFacts.Columns)).ToHashSet();
        var changed = ColumnList.Read(Before(TableFacts.Columns)).Where(column => !now.Contains(column)).Select(column => column.Name);
        var statistics = await KeepAsync(
            () => _statistics.ReadTableAsync(step.Before!, changed, cancellationToken),
            item => item.Facts.Count,
            kept).ConfigureAwait(false);
        if (statistics == Unknown) gone.Add($"the column statistics of table {step.Item.Key.Id}, which you do not have permission to read");
        return parts.Count == 0 && kept.Count == 0 && gone.Count == 0 ? null
            : new PlanLoss(step.Item.Key, parts.Count == 0 ? null : $"table {step.Item.Key.Id}: {string.Join("; ", parts)}")
            {
                Kept = kept,
                Gone = gone,
            };
    }

    private IEnumerable<(int Count, string What)> Along(StateKey key) =>
    [
        (_within.Count(StateKind.Grant, key), "grant"),
        (_within.Count(StateKind.DataFilter, key), "data filter"),
        (_within.Count(StateKind.TagAssignment, key), "LF-Tag assignment"),
    ];

    private Task<int> PartitionsAsync(string database, string table, CancellationToken cancellationToken) =>
        CountAsync(_meanwhile.ListAsync(LakeResource.Table(database, table),
            new PartitionService(connection).ListAsync(database, table, null, connection.CatalogId, cancellationToken), cancellationToken));

    // The newest version is the table itself.
    private async Task<int> VersionsAsync(string database, string table, CancellationToken cancellationToken)
    {
        var versions = new TableEditor(connection).VersionsAsync(database, table, connection.CatalogId, cancellationToken);
        var count = await CountAsync(_meanwhile.ListAsync(LakeResource.Table(database, table), versions, cancellationToken))
            .ConfigureAwait(false);
        return count > 0 ? count - 1 : count;
    }

    private static int Sum(int one, int other) => one == Unknown || other == Unknown ? Unknown : one + other;

    private static async Task<int> CountAsync<T>(IAsyncEnumerable<T> things, int most = Most)
    {
        var count = 0;
        try
        {
            await foreach (var unused in things.ConfigureAwait(false))
                if (++count > most) break;
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
