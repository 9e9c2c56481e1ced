using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.S3.Storage;

/// <summary>The versions of the objects: the newest ones and the others together.</summary>
internal static class ObjectVersions
{
    /// <summary>The common columns of both tables.</summary>
    public const string Columns = "key, content, size, etag, modified, headers, checksum_algorithm, checksum, version, rank";

    private const string OfVersions = Columns + ", is_marker";

    /// <summary>A version of a key; null if there is none.</summary>
    public static StoredObject? Find(StoreSession session, string bucket, string key, string version)
    {
        var id = version == VersionId.Null ? null : version;
        if (Objects.Find(session, bucket, key) is { } current && current.Version == id) return current;
        return session.First(
            $"SELECT {OfVersions} FROM s3_version WHERE bucket = ?1 AND key = ?2 AND version IS ?3",
            ReadVersion,
            bucket,
            key,
            id);
    }

    /// <summary>
    /// The newest version of a key that is not in the table of the newest: a delete marker, where it is the newest of all.
    /// </summary>
    public static StoredObject? Newest(StoreSession session, string bucket, string key) => session.First(
        $"SELECT {OfVersions} FROM s3_version WHERE bucket = ?1 AND key = ?2 ORDER BY rank LIMIT 1",
        ReadVersion,
        bucket,
        key);

    /// <summary>The version that a request names, or the newest one.</summary>
    /// <param name="session">The store.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The key.</param>
    /// <param name="version">The version's id; null for the newest one.</param>
    /// <param name="method">The request's method, which its error names.</param>
    /// <exception cref="LakeTools.Local.Wire.ApiException">There is no such version, or it is a delete marker.</exception>
    public static StoredObject Require(StoreSession session, string bucket, string key, string? version, string method)
    {
        var state = Buckets.Require(session, bucket);
        if (version is null || (version == VersionId.Null && !state.HasVersions))
        {
            if (Objects.Find(session, bucket, key) is { } current) return current;
            if (version is not null) throw S3Error.NoSuchVersion(key, version);
            throw Newest(session, bucket, key) is { IsMarker: true } deleted
                ? S3Error.KeyDeleted(key, deleted.VersionId)
                : S3Error.NoSuchKey(key);
        }

        var found = (state.HasVersions ? Find(session, bucket, key, version) : null) ?? throw (
            state.HasVersions && VersionId.IsWellFormed(version)
                ? S3Error.NoSuchVersion(key, version)
                : S3Error.InvalidVersionId(version));
        return found.IsMarker ? throw S3Error.IsDeleteMarker(method, found.Modified, found.VersionId) : found;
    }

    /// <summary>The versions after a place, by key and for each key from the newest to the oldest.</summary>
    /// <param name="session">The store.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The key of the place.</param>
    /// <param name="rank">The rank of the place: versions of the key with a greater one follow.</param>
    /// <param name="limit">The maximum number.</param>
    public static List<StoredObject> After(StoreSession session, string bucket, string key, long rank, int limit)
    {
        var newest = session.Query(
            $"SELECT {Columns} FROM s3_object WHERE bucket = ?1 AND key >= ?2 AND (key > ?2 OR rank > ?3) ORDER BY key LIMIT ?4",
            ReadListed,
            bucket,
            key,
            rank,
            limit);
        var others = session.Query(
            $"SELECT {OfVersions} FROM s3_version WHERE bucket = ?1 AND (key, rank) > (?2, ?3) ORDER BY key, rank LIMIT ?4",
            row => ReadListed(row) with { IsMarker = row.GetInt64(10) != 0 },
            bucket,
            key,
            rank,
            limit);
        return [.. newest.Concat(others).Order(InOrder).Take(limit)];
    }

    /// <summary>Reads a version.</summary>
    public static StoredObject Read(SqliteDataReader row) => Read(row, ObjectHeaders.FromJson(row.GetString(5)));

    /// <summary>Reads a version for a list, which tells the storage class and no other header.</summary>
    public static StoredObject ReadListed(SqliteDataReader row) => Read(
        row,
        row.GetString(5) is var headers && headers.Contains(ObjectHeaders.StorageClassHeader, StringComparison.Ordinal)
            ? ObjectHeaders.FromJson(headers)
            : ObjectHeaders.None);

    private static StoredObject Read(SqliteDataReader row, ObjectHeaders headers) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetInt64(2),
        row.GetString(3),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
        headers,
        row.IsDBNull(6) ? null : new StoredChecksum(row.GetString(6), row.GetString(7)),
        row.IsDBNull(8) ? null : row.GetString(8),
        row.GetInt64(9));

    private static Comparer<StoredObject> InOrder { get; } = Comparer<StoredObject>.Create((a, b) =>
        KeyOrder.Compare(a.Key, b.Key) is var byKey and not 0 ? byKey : a.Rank.CompareTo(b.Rank));

    private static StoredObject ReadVersion(SqliteDataReader row) => Read(row) with { IsMarker = row.GetInt64(10) != 0 };
}
