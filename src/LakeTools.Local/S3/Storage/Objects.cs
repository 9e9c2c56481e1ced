using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.S3.Storage;

/// <summary>
/// The objects of the lake's buckets. The newest version of a key is in one table, so a bucket without versions has none but it; the
/// others, and the delete markers, are in another (<see cref="ObjectVersions"/>).
/// </summary>
internal static class Objects
{
    private const string Columns = ObjectVersions.Columns;

    /// <summary>The object that a key represents; null if there is none, or where a delete marker is its newest version.</summary>
    public static StoredObject? Find(StoreSession session, string bucket, string key) =>
        session.First($"SELECT {Columns} FROM s3_object WHERE bucket = ?1 AND key = ?2", ObjectVersions.Read, bucket, key);

    /// <summary>The objects from a key on, in the order of their keys, with the headers that lists tell.</summary>
    /// <param name="session">The store.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="from">The first key that may come, or the one after which they begin.</param>
    /// <param name="inclusive">True if <paramref name="from"/> itself may come.</param>
    /// <param name="limit">The maximum number.</param>
    public static List<StoredObject> From(StoreSession session, string bucket, string from, bool inclusive, int limit) => session.Query(
        inclusive
            ? $"SELECT {Columns} FROM s3_object WHERE bucket = ?1 AND key >= ?2 ORDER BY key LIMIT ?3"
            : $"SELECT {Columns} FROM s3_object WHERE bucket = ?1 AND key > ?2 ORDER BY key LIMIT ?3",
        ObjectVersions.ReadListed,
        bucket,
        from,
        limit);

    public static List<Segment> Segments(StoreSession session, string content) => session.Query(
        "SELECT blob, size, bytes, checksum FROM s3_segment WHERE content = ?1 ORDER BY number",
        row => new Segment(
            row.GetString(0),
            row.GetInt64(1),
            row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2),
            row.IsDBNull(3) ? null : row.GetString(3)),
        content);

    /// <summary>
    /// Puts an object as the newest version of its key: it replaces the existing one, or precedes it if the bucket keeps
    /// versions.
    /// </summary>
    /// <returns>The object, with its version's id.</returns>
    public static StoredObject Put(StoreSession session, string bucket, StoredObject item, IReadOnlyList<Segment> segments)
    {
        item = MakeRoom(session, bucket, item);
        Insert(session, "s3_object", bucket, item);
        for (var i = 0; i < segments.Count; i++)
        {
            session.Execute(
                "INSERT INTO s3_segment (content, number, blob, size, bytes, checksum) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                item.Content,
                i + 1,
                segments[i].Blob,
                segments[i].Size,
                segments[i].Bytes,
                segments[i].Checksum);
        }

        return item;
    }

    /// <summary>Changes what is said about a version and leaves its bytes.</summary>
    public static void PutHeaders(StoreSession session, string bucket, StoredObject item, ObjectHeaders headers)
    {
        foreach (var table in (string[])["s3_object", "s3_version"])
        {
            session.Execute(
                $"UPDATE {table} SET headers = ?4 WHERE bucket = ?1 AND key = ?2 AND rank = ?3",
                bucket,
                item.Key,
                item.Rank,
                headers.ToJson());
        }
    }

    /// <summary>
    /// Deletes an object; one that is not there is deleted already. Where the bucket has versions, a delete marker becomes the newest one,
    /// and only the version <c>null</c> of a bucket whose versions are suspended loses its bytes.
    /// </summary>
    /// <returns>The delete marker; null if the bucket has no versions.</returns>
    public static StoredObject? Delete(StoreSession session, string bucket, string key, DateTimeOffset now)
    {
        Overtake(session, bucket, key);
        if (!Buckets.Require(session, bucket).HasVersions)
        {
            if (Find(session, bucket, key) is not { } item) return null;
            Discard(session, item.Content);
            session.Execute("DELETE FROM s3_object WHERE bucket = ?1 AND key = ?2", bucket, key);
            return null;
        }

        var marker = MakeRoom(session, bucket, new StoredObject(key, "", 0, "", now, ObjectHeaders.None, null, IsMarker: true));
        Insert(session, "s3_version", bucket, marker);
        return marker;
    }

    /// <summary>Deletes a version and its bytes. The one before it becomes the newest, where it was that.</summary>
    /// <returns>The version that was there; null if there was none.</returns>
    public static StoredObject? DeleteVersion(StoreSession session, string bucket, string key, string version)
    {
        if (ObjectVersions.Find(session, bucket, key, version) is not { } item) return null;
        Overtake(session, bucket, key);
        Discard(session, item.Content);
        session.Execute("DELETE FROM s3_object WHERE bucket = ?1 AND key = ?2 AND rank = ?3", bucket, key, item.Rank);
        session.Execute("DELETE FROM s3_version WHERE bucket = ?1 AND key = ?2 AND rank = ?3", bucket, key, item.Rank);
        if (Find(session, bucket, key) is null && ObjectVersions.Newest(session, bucket, key) is { IsMarker: false } next)
        {
            session.Execute("DELETE FROM s3_version WHERE bucket = ?1 AND key = ?2 AND rank = ?3", bucket, key, next.Rank);
            Insert(session, "s3_object", bucket, next);
        }

        return item;
    }

    /// <summary>
    /// Makes room for a new version: gives it its id and rank, moves the newest one to the others, and discards one of the same id.
    /// </summary>
    private static StoredObject MakeRoom(StoreSession session, string bucket, StoredObject item)
    {
        Overtake(session, bucket, item.Key);
        var state = Buckets.Require(session, bucket);
        var current = Find(session, bucket, item.Key);
        if (!state.HasVersions)
        {
            if (current is not null) Remove(current);
            return item;
        }

        var rank = (current?.Rank ?? ObjectVersions.Newest(session, bucket, item.Key)?.Rank ?? 0) - 1;
        var version = state.KeepsVersions ? VersionId.New(rank) : null;
        if (version is null && ObjectVersions.Find(session, bucket, item.Key, VersionId.Null) is { } former)
        {
            Remove(former);
            if (former.Rank == current?.Rank) current = null;
        }

        if (current is not null)
        {
            session.Execute("DELETE FROM s3_object WHERE bucket = ?1 AND key = ?2", bucket, item.Key);
            Insert(session, "s3_version", bucket, current);
        }

        return item with { Version = version, Rank = rank };

        void Remove(StoredObject former)
        {
            Discard(session, former.Content);
            session.Execute("DELETE FROM s3_object WHERE bucket = ?1 AND key = ?2 AND rank = ?3", bucket, former.Key, former.Rank);
            session.Execute("DELETE FROM s3_version WHERE bucket = ?1 AND key = ?2 AND rank = ?3", bucket, former.Key, former.Rank);
        }
    }

    private static void Insert(StoreSession session, string table, string bucket, StoredObject item)
    {
        List<object?> values =
        [
            bucket,
            item.Key,
            item.Content,
            item.Size,
            item.ETag,
            item.Modified.ToUnixTimeMilliseconds(),
            item.Headers.ToJson(),
            item.Checksum?.Algorithm,
            item.Checksum?.Value,
            item.Version,
            item.Rank,
        ];
        if (table == "s3_object")
        {
            session.Execute(
                $"INSERT INTO s3_object (bucket, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)", [.. values]);
            return;
        }

        session.Execute(
            $"INSERT INTO s3_version (bucket, {Columns}, is_marker) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            [.. values, item.IsMarker ? 1 : 0]);
    }

    private static void Discard(StoreSession session, string content)
    {
        session.Execute("INSERT OR IGNORE INTO s3_garbage (blob) SELECT blob FROM s3_segment WHERE content = ?1 AND bytes IS NULL",
            content);
        session.Execute("DELETE FROM s3_segment WHERE content = ?1", content);
    }

    private static void Overtake(StoreSession session, string bucket, string key) =>
        session.Execute("UPDATE s3_upload SET is_overtaken = 1 WHERE bucket = ?1 AND key = ?2", bucket, key);
}
