using System.Runtime.CompilerServices;
using Amazon.S3.Model;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Catalog;

/// <summary>
/// Finds what a table's partitions should be by what is in S3: folders named <c>key=value</c> below the table's
/// location, one level per key. Partitions with other locations are not changed.
/// </summary>
/// <param name="connection">The lake.</param>
public sealed class PartitionSync(LakeConnection connection)
{
    private readonly PartitionService _partitions = new(connection);

    /// <summary>Compares a table's partitions with its folders. Changes nothing.</summary>
    /// <param name="database">The database's name.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="catalogId">The catalog. Null for the connection's catalog.</param>
    /// <param name="progress">Receives the folders that are read.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The partitions to add and to remove, in the order of the values.</returns>
    /// <exception cref="LakeException"><c>TableFormatNotSupported</c>, <c>TableNotPartitioned</c>, <c>TableLocationMissing</c>,
    /// <c>TableNotFound</c>, <c>DatabaseNotFound</c>.</exception>
    public async Task<IReadOnlyList<GluePartitionChange>> CompareAsync(string database, string table, string? catalogId,
        IProgress<LakeProgress>? progress,
        CancellationToken cancellationToken)
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
        var known = new Dictionary<string, GluePartition>(StringComparer.Ordinal);
        await foreach (var partition in _partitions.ListAsync(database, table, null, catalogId, cancellationToken).ConfigureAwait(false))
            known[Key(partition.Value)] = partition;

        var changes = new List<GluePartitionChange>();
        var found = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var (values, folder) in FoldersAsync(root, keys.ConvertAll(key => key.Name), [], progress, cancellationToken)
            .ConfigureAwait(false))
        {
            if (found.Add(Key(values)) && !known.ContainsKey(Key(values)))
                changes.Add(Change(PartitionAction.Added, values, folder.ToString()));
        }

        changes.AddRange(known.Values
            .Where(partition => !found.Contains(Key(partition.Value))
                && partition.Location?.StartsWith(root.ToString(), StringComparison.Ordinal) == true)
            .Select(partition => Change(PartitionAction.Removed, partition.Value, partition.Location)));
        changes.Sort((one, other) => string.CompareOrdinal(Key(one.Value), Key(other.Value)));
        return changes;

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

    private async IAsyncEnumerable<(string[] Values, S3Uri Folder)> FoldersAsync(S3Uri folder, IReadOnlyList<string> keys, string[] above,
        IProgress<LakeProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        progress?.Report(new LakeProgress("Looking for partitions", folder.ToString()));
        var request = new ListObjectsV2Request { BucketName = folder.Bucket, Prefix = folder.Key, Delimiter = "/" };
        await foreach (var page in EncodedKeys.PagesAsync(connection.Clients.S3, request, cancellationToken).ConfigureAwait(false))
        {
            foreach (var prefix in page.CommonPrefixes)
            {
                if (PartitionPath.Value(prefix[folder.Key.Length..].TrimEnd('/'), keys[above.Length]) is not { } value) continue;
                string[] values = [.. above, value];
                var child = folder with { Key = prefix };
                if (values.Length == keys.Count)
                {
                    yield return (values, child);
                    continue;
                }

                await foreach (var below in FoldersAsync(child, keys, values, progress, cancellationToken).ConfigureAwait(false))
                    yield return below;
            }
        }
    }
}
