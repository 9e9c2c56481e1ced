using System.Runtime.CompilerServices;
using Amazon.S3.Model;
using LakeTools.Core.Catalog.Partitions;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Catalog;

/// <summary>
/// Finds what a table's partitions should be by what is in S3: folders named <c>key=value</c> below the table's location, one level per
/// key. A partition below it is removed if its own location has no object. Partitions with other locations are not changed.
/// </summary>
/// <param name="connection">The lake.</param>
public sealed class PartitionSync(LakeConnection connection)
{
    private readonly PartitionService _partitions = new(connection);

    /// <summary>Compares a table's partitions with its folders. Changes nothing.</summary>
    /// <param name="database">The database's name.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="catalogId">The catalog. Null for the connection's catalog.</param>
    /// <param name="isAddOnly">True to look for none to remove.</param>
    /// <param name="onWarning">Receives the folders that get no partition of their own. Null if they are not needed.</param>
    /// <param name="progress">Receives the folders that are read.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The partitions to add and to remove, in the order of the values.</returns>
    /// <exception cref="LakeException"><c>TableFormatNotSupported</c>, <c>TableNotPartitioned</c>, <c>TableLocationMissing</c>,
    /// <c>TableNotFound</c>, <c>DatabaseNotFound</c>.</exception>
    public async Task<IReadOnlyList<GluePartitionChange>> CompareAsync(string database, string table, string? catalogId,
        bool isAddOnly, Action<string>? onWarning, IProgress<LakeProgress>? progress, CancellationToken cancellationToken)
    {
        var owner = await _partitions.TableAsync(database, table, catalogId, cancellationToken).ConfigureAwait(false);
        OpenTableFormat.Refuse(owner);
        if (owner.PartitionKeys is not { Count: > 0 } keys)
        {
            throw Fault.TableNotPartitioned($"{database}.{table}", database, table);
        }

        var location = owner.StorageDescriptor?.Location;
        if (string.IsNullOrEmpty(location) || !S3Uri.LooksLikeOne(location))
        {
            throw Fault.TableLocationMissing($"{database}.{table}", database, table);
        }

        var root = S3Uri.Parse(location.TrimEnd('/') + "/");
        var names = keys.ConvertAll(key => key.Name);
        var known = new Dictionary<string, GluePartition>(StringComparer.Ordinal);
        var elsewhere = new Dictionary<string, S3Uri>(StringComparer.Ordinal); // the folders of those that have not the usual one
        var owners = new Dictionary<S3Uri, GluePartition>();
        var contents = new FolderContents(connection.Clients.S3, root.Bucket);
        await foreach (var partition in _partitions.ListAsync(database, table, null, catalogId, cancellationToken).ConfigureAwait(false))
        {
            known[Key(partition.Value)] = partition;
            if (FolderOf(partition) is not { } place || place == root.Append(PartitionPath.Of(names, partition.Value))) continue;
            elsewhere[Key(partition.Value)] = place;
            owners[place] = partition;
            if (IsBelow(place)) contents.Add(place.Key);
        }

        var changes = new List<GluePartitionChange>();
        var kept = new List<(S3Uri Folder, GluePartition Partition)>();
        var found = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var (values, folder) in FoldersAsync(root, names, [], contents, progress, cancellationToken).ConfigureAwait(false))
        {
            var key = Key(values);
            if (!found.Add(key)) continue;
            if (known.TryGetValue(key, out var there))
            {
                if (elsewhere.TryGetValue(key, out var place) && place != folder) kept.Add((folder, there));
            }
            else if (owners.TryGetValue(folder, out there)) kept.Add((folder, there)); // two partitions would have its rows twice
            else changes.Add(Change(PartitionAction.Added, values, folder.ToString()));
        }

        if (!isAddOnly)
        {
            var gone = known.Where(pair => !found.Contains(pair.Key)).ToList();
            var asked = gone.Where(pair => elsewhere.TryGetValue(pair.Key, out var place) && IsBelow(place));
            var empty = await contents.EmptyAsync(asked.Select(pair => elsewhere[pair.Key].Key), cancellationToken).ConfigureAwait(false);
            // The usual folder would have been found.
            changes.AddRange(gone
                .Where(pair => elsewhere.TryGetValue(pair.Key, out var place) ? IsBelow(place) && empty.Contains(place.Key)
                    : FolderOf(pair.Value) is not null)
                .Select(pair => Change(PartitionAction.Removed, pair.Value.Value, pair.Value.Location)));
        }

        if (kept is [var (first, other), ..])
        {
            onWarning?.Invoke($"No partition was added for {first}{(kept.Count > 1 ? $" and {kept.Count - 1} other folders" : "")}: the "
                + $"partition {other} has the location {other.Location}. Set-GluePartition changes a location.");
        }

        changes.Sort((one, other) => string.CompareOrdinal(Key(one.Value), Key(other.Value)));
        return changes;

        bool IsBelow(S3Uri place) => place.Bucket == root.Bucket && place.Key.StartsWith(root.Key, StringComparison.Ordinal);

        GluePartitionChange Change(PartitionAction action, IReadOnlyList<string> values, string? folder) => new()
        {
            PartitionAction = action,
            DatabaseName = owner.DatabaseName,
            TableName = owner.Name,
            Value = values,
            Location = folder,
        };
    }

    /// <summary>Makes changes of one table.</summary>
    /// <param name="changes">Changes of <see cref="CompareAsync"/>, all of one table.</param>
    /// <param name="catalogId">The catalog. Null for the connection's catalog.</param>
    /// <param name="progress">Receives the partitions that are done.</param>
    /// <param name="cancellationToken">Stops between calls; what is done stays done.</param>
    /// <returns>The partition of each change, with its error if the change failed.</returns>
    public async IAsyncEnumerable<PartitionOutcome> ApplyAsync(IReadOnlyList<GluePartitionChange> changes, string? catalogId,
        IProgress<LakeProgress>? progress,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (changes.Count == 0) yield break;
        var (database, table) = (changes[0].DatabaseName, changes[0].TableName);
        var added = changes.Where(change => change.PartitionAction == PartitionAction.Added)
            .Select(change => new NewPartition(change.Value, change.Location)).ToList();
        var removed = changes.Where(change => change.PartitionAction == PartitionAction.Removed).Select(change => change.Value).ToList();
        var outcomes = new List<IAsyncEnumerable<PartitionOutcome>>();
        if (added.Count > 0) outcomes.Add(_partitions.CreateAsync(database, table, added, catalogId, cancellationToken));
        if (removed.Count > 0) outcomes.Add(_partitions.RemoveAsync(database, table, removed, catalogId, cancellationToken));
        var done = 0;
        foreach (var some in outcomes)
        {
            await foreach (var outcome in some.ConfigureAwait(false))
            {
                progress?.Report(new LakeProgress($"Partitions of {database}.{table}", $"{++done} of {changes.Count}", done,
                    changes.Count));
                yield return outcome;
            }
        }
    }

    // No value contains NUL, so different values have different keys.
    private static string Key(IReadOnlyList<string> values) => string.Join('\0', values);

    // Null if the partition has no location in S3.
    private static S3Uri? FolderOf(GluePartition partition)
    {
        if (partition.Location is not { } location || !S3Uri.LooksLikeOne(location)) return null;
        try
        {
            return S3Uri.Parse(location.TrimEnd('/') + "/");
        }
        catch (LakeException)
        {
            return null; // other programs store what they like
        }
    }

    private async IAsyncEnumerable<(string[] Values, S3Uri Folder)> FoldersAsync(S3Uri folder, IReadOnlyList<string> keys, string[] above,
        FolderContents contents, IProgress<LakeProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        progress?.Report(new LakeProgress("Looking for partitions", folder.ToString()));
        var request = new ListObjectsV2Request { BucketName = folder.Bucket, Prefix = folder.Key, Delimiter = "/" };
        await foreach (var page in EncodedKeys.PagesAsync(connection.Clients.S3, request, cancellationToken).ConfigureAwait(false))
        {
            if (page.S3Objects.Count > 0 || page.CommonPrefixes.Count > 0) contents.Holds(folder.Key);
            foreach (var prefix in page.CommonPrefixes)
            {
                contents.Holds(prefix);
                if (PartitionPath.Value(prefix[folder.Key.Length..].TrimEnd('/'), keys[above.Length]) is not { } value) continue;
                string[] values = [.. above, value];
                var child = folder with { Key = prefix };
                if (values.Length == keys.Count)
                {
                    yield return (values, child);
                    continue;
                }

                await foreach (var below in FoldersAsync(child, keys, values, contents, progress, cancellationToken)
                    .ConfigureAwait(false))
                    yield return below;
            }
        }

        contents.Listed(folder.Key);
    }
}
