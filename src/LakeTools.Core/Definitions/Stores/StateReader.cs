using LakeTools.Core.Calls;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>Reads a lake into a state: the things that a scope names, and nothing else.</summary>
/// <param name="connection">The lake.</param>
/// <param name="pause">Waits between attempts to grant and to revoke.</param>
internal sealed class StateReader(LakeConnection connection, RetryPause pause)
{
    /// <summary>The number of resources that are queried at a time: well below the services' limits for one caller.</summary>
    public const int CallsAtATime = 8;

    /// <summary>One for each kind, in an order in which each finds what it must know of the others.</summary>
    public IReadOnlyList<IStateStore> Stores { get; } =
    [
        new SettingState(connection), new AdministratorState(connection, readOnly: false),
        new AdministratorState(connection, readOnly: true), new ShareState(connection), new LocationState(connection),
        new TagState(connection), new TagExpressionState(connection), new DatabaseState(connection), new TableState(connection),
        new PartitionState(connection), new ColumnStatisticsState(connection), new DataFilterState(connection),
        new ConnectionState(connection), new CatalogState(connection), new JobState(connection), new CrawlerState(connection),
        new TriggerState(connection), new GrantState(connection, pause), new TagAssignmentState(connection), new OptInState(connection),
        new RoleState(connection), new BucketState(connection), new SecretState(connection),
    ];

    // An export leaves out things outside of the catalog that its caller may not see.
    private static bool IsRefused(StateKind kind, Exception error) =>
        (kind == StateKind.Share || NamedKind.All.Any(named => named.Kind == kind))
        && (error as LakeException ?? (SdkErrors.CanTranslate(error) ? SdkErrors.Translate(error, "Export-LakeDefinition", kind) : null))
            is { Category: LakeErrorCategory.PermissionDenied };

    /// <summary>Reads.</summary>
    /// <param name="scope">The wanted items.</param>
    /// <param name="progress">Told of each kind.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The state.</returns>
    public async Task<LakeState> ReadAsync(StateScope scope, IProgress<LakeProgress>? progress, CancellationToken cancellationToken)
    {
        scope = scope with { Progress = progress };
        var known = new List<StateItem>();
        foreach (var store in Stores)
        {
            var before = known.Count;
            scope.Say(store.Kind, 0);
            try
            {
                await foreach (var item in store.ReadAsync(scope, [.. known], cancellationToken).ConfigureAwait(false))
                {
                    known.Add(item);
                    scope.Say(store.Kind, known.Count - before);
                }

                if (scope.LeftOut is { } left)
                    await new UnsaidParts(connection).NameAsync(
                        known.Skip(before).Where(item => scope.Has(item) && scope.Staying.Find(item.Key) is null), left, cancellationToken)
                        .ConfigureAwait(false);
            }
            catch (Exception error) when (scope.LeftOut is not null && IsRefused(store.Kind, error))
            {
                known.RemoveRange(before, known.Count - before);
                scope.LeftOut.Add($"every {store.Kind.ToString().ToLowerInvariant()}: you may not read them");
            }
        }

        // Items that were read only to find others, and are not in the scope, are removed.
        return new LakeState(known.Where(scope.Has));
    }
}
