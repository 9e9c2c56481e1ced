using System.Runtime.CompilerServices;
using LakeTools.Core.Catalog;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Core.Permissions.Locations;
using LakeTools.Core.Permissions.Tags;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Trails;

/// <summary>Finds grants that their principals did not use.</summary>
/// <param name="connection">The lake: the account whose grants are looked at, in one region.</param>
public sealed class UnusedPermissionService(LakeConnection connection)
{
    private static readonly Dictionary<GrantUse, string> s_reasons = new()
    {
        [GrantUse.PrincipalNotSeen] = "they are for groups, accounts, federated users, "
            + "principals of other accounts or IAM_ALLOWED_PRINCIPALS, "
            + "whose events name other principals or are in other trails",
        [GrantUse.MayBePassedOn] = "they have the grant option, which no read uses",
        [GrantUse.ResourceNotSeen] = "they are on catalogs, locations, LF-Tags, resource links, catalogs of other accounts, or resources "
            + "that you cannot see, which events do not name",
        [GrantUse.NameNotSeen] = "their principals used databases or tables that no longer exist or that you cannot see, and that can have "
            + "been resource links",
        [GrantUse.ReadingNotSeen] = "they are on tables whose locations are not registered or are in hybrid access mode, and reading these "
            + "creates no event",
        [GrantUse.GivesNoData] = "they give no access to data, and the event history has only events of data access",
    };

    /// <summary>Finds them.</summary>
    /// <param name="options">The options.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="onFailure">Gets the errors of files that cannot be read. Then no grant is returned.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The grants, with their last use where the trail knows it.</returns>
    /// <exception cref="LakeException"><c>TrailIncomplete</c>: the trail does not cover the days, or not all of it could be read;
    /// <c>TrailNotFound</c>, <c>BucketNotFound</c>, <c>InvalidS3Uri</c>, and what the services refuse.</exception>
    public async IAsyncEnumerable<LakePermission> FindAsync(UnusedPermissionOptions options, IProgress<LakeProgress>? progress,
        Action<LakeException> onFailure, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var account = await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        var now = options.Clock.GetLocalNow().DateTime;
        DateTime? since = options.Days == 0 ? null : now.AddDays(-options.Days);
        var uses = options.Path is { } path
            ? await OfFilesAsync(path, account, since, now, options, progress, onFailure, cancellationToken).ConfigureAwait(false)
            : await OfHistoryAsync(account, since, now, cancellationToken).ConfigureAwait(false);
        var grants = new List<LakePermission>();
        var permissions = new PermissionService(connection);
        await foreach (var grant in permissions.ListAsync(new PermissionFilter { ExplicitOnly = true }, cancellationToken)
            .ConfigureAwait(false)) grants.Add(grant);
        if (permissions.LeftOut.Text("grant") is { } text) options.OnWarning?.Invoke($"Not evaluated: {text}.");
        var reach = await ReachAsync(grants, uses, account, cancellationToken).ConfigureAwait(false);
        uses.Follow(reach);
        var counts = new Dictionary<GrantUse, int>();
        foreach (var (grant, use) in new UnusedRule(uses, reach, account, since, options.Path is not null).Decide(grants))
        {
            if (use == GrantUse.Unused) yield return grant;
            counts[use] = counts.GetValueOrDefault(use) + 1;
        }

        foreach (var (use, reason) in s_reasons)
            if (counts.GetValueOrDefault(use) is var count and > 0)
                options.OnWarning?.Invoke($"{count} {(count == 1 ? "grant was" : "grants were")} not evaluated: {reason}.");
    }

    private async Task<TrailUses> OfFilesAsync(string path, string account, DateTime? since, DateTime now, UnusedPermissionOptions options,
        IProgress<LakeProgress>? progress, Action<LakeException> onFailure, CancellationToken cancellationToken)
    {
        var (uses, days, failures) = (new TrailUses(since), new HashSet<DateOnly>(), 0);
        var reader = new TrailReader(connection, S3Uri.Parse(path));
        var after = options.After < since || since is null ? options.After : since?.AddDays(-options.Days);
        var records = reader.ReadAsync(after, null, TrailUse.MayMatter,
            (record, _) => TrailUse.Of(record, account, connection.Region),
            failure =>
            {
                failures++;
                onFailure(failure);
            },
            day =>
            {
                if (day.AccountId == account && day.Region == connection.Region) days.Add(day.Day);
            },
            progress, cancellationToken);
        await foreach (var use in records.ConfigureAwait(false)) uses.Add(use);
        if (failures > 0) throw Fault.TrailIncomplete(path, $"{failures} of its files could not be read");
        if (since is not { } first) return uses;

        // Today's files may be on their way. A day without any may be one on which the trail was off.
        for (var day = DateOnly.FromDateTime(first.ToUniversalTime()); day < DateOnly.FromDateTime(now.ToUniversalTime());
            day = day.AddDays(1))
            if (!days.Contains(day))
                throw Fault.TrailIncomplete(path, $"it has no file of account {account} in {connection.Region} on {day:yyyy-MM-dd}");
        return uses;
    }

    private async Task<TrailUses> OfHistoryAsync(string account, DateTime? since, DateTime now, CancellationToken cancellationToken)
    {
        var history = new EventHistory(connection);
        if (since is { } first)
        {
            if (now - first > EventHistory.Kept) throw Fault.TrailIncomplete("the event history", "it has 90 days");
            if (!await history.HasAnyAsync(first, first.AddDays(1), cancellationToken).ConfigureAwait(false))
                throw Fault.TrailIncomplete("the event history", $"it has no event on the first of those days, {first:yyyy-MM-dd}");
        }

        var uses = new TrailUses();
        await foreach (var item in history.ReadAsync(null, null, cancellationToken).ConfigureAwait(false))
            if (TrailUse.Of(item, account, connection.Region) is { } use) uses.Add(use);
        if (history.LeftOut > 0)
            throw Fault.TrailIncomplete("the event history", $"it returned {history.LeftOut} events without their record");
        return uses;
    }

    private async Task<GrantReach> ReachAsync(List<LakePermission> grants, TrailUses uses, string account,
        CancellationToken cancellationToken)
    {
        var reach = new GrantReach();
        var hybrid = new List<string>();
        await foreach (var location in new LocationService(connection).ListAsync(cancellationToken).ConfigureAwait(false))
            if (location.HybridAccess) hybrid.Add(location.ResourceArn);
        var databases = grants.Where(grant => (grant.CatalogId ?? account) == account).Select(grant => grant.DatabaseName).OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        foreach (var key in grants.Where(grant => grant.ResourceKind == nameof(ResourceKind.TagExpression)
            && (grant.CatalogId ?? account) == account).DistinctBy(grant => grant.Target))
        {
            if (await TaggedAsync(key, cancellationToken).ConfigureAwait(false) is not { } reached) continue;
            reach.AddTagged(key.Target, reached);
            databases.UnionWith(reached.Select(thing => thing.Database.ToLowerInvariant()));
        }

        // Events may name resource links, and then their targets count.
        databases.UnionWith(uses.FoundDatabases);
        await foreach (var database in new DatabaseService(connection).ListAsync(account, cancellationToken).ConfigureAwait(false))
        {
            if (!database.IsResourceLink) continue;
            var target = IsHere(database.TargetCatalogId, database.TargetRegion, account) ? database.TargetDatabaseName : null;
            reach.AddLink(database.Name, target);
            if (databases.Remove(database.Name) && target is not null) databases.Add(target.ToLowerInvariant());
        }

        foreach (var database in databases)
        {
            try
            {
                var tables = new List<GlueTable>();
                await foreach (var table in new TableService(connection).ListAsync(database, null, account, cancellationToken)
                    .ConfigureAwait(false)) tables.Add(table);
                reach.Add(database);
                foreach (var table in tables) Add(reach, database, table, account, hybrid);
            }
            catch (LakeException error) when (error.Category is LakeErrorCategory.PermissionDenied or LakeErrorCategory.NotFound)
            {
                // It stays unknown, and what is granted in it is not judged.
            }
        }

        return reach;
    }

    private void Add(GrantReach reach, string database, GlueTable table, string account, List<string> hybrid)
    {
        var isSeen = table is { IsRegistered: true, Location: { } place } && !hybrid.Exists(arn => DataLocation.IsUnder(place, arn));
        if (!table.IsResourceLink) reach.Add(database, table.Name, isSeen);
        else reach.AddLink(database, table.Name, IsHere(table.TargetCatalogId, table.TargetRegion, account)
            ? (table.TargetDatabaseName!.ToLowerInvariant(), table.TargetTableName!.ToLowerInvariant()) : null, isSeen);
    }

    private bool IsHere(string? catalog, string? region, string account) =>
        (catalog ?? account) == account && (region ?? connection.Region) == connection.Region;

    private async Task<List<(string Database, string? Table)>?> TaggedAsync(LakePermission grant, CancellationToken cancellationToken)
    {
        var expression = grant.TagExpression is { } conditions ? Of(conditions)
            : await SavedAsync(grant.TagExpressionName, cancellationToken).ConfigureAwait(false);
        if (expression is null) return null;
        var type = Enum.Parse<TaggedResourceType>(grant.ResourceType!);
        var reached = new List<(string, string?)>();
        await foreach (var found in new TaggedResourceService(connection).FindAsync(expression, type, grant.CatalogId, cancellationToken)
            .ConfigureAwait(false)) reached.Add((found.DatabaseName, found.TableName));
        return reached;
    }

    private static TagExpression Of(IReadOnlyDictionary<string, string[]> conditions) =>
        TagExpression.Of(conditions.Select(condition => KeyValuePair.Create<string, IEnumerable<string>>(condition.Key, condition.Value)));

    private async Task<TagExpression?> SavedAsync(string? name, CancellationToken cancellationToken)
    {
        try
        {
            return name is null ? null : Of((await new TagExpressionService(connection)
                .GetAsync(name, null, cancellationToken).ConfigureAwait(false)).Expression);
        }
        catch (LakeException error) when (error.Category is LakeErrorCategory.PermissionDenied or LakeErrorCategory.NotFound)
        {
            return null;
        }
    }
}
