using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.S3.Storage;

/// <summary>The objects of the lake's buckets.</summary>
internal static class Objects
{
    private const string Columns = "key, content, size, etag, modified, headers, checksum_algorithm, checksum";

    public static StoredObject? Find(StoreSession session, string bucket, string key) =>
        session.First($"SELECT {Columns} FROM s3_object WHERE bucket = ?1 AND key = ?2", row =>
            Read(row, ObjectHeaders.FromJson(row.GetString(5))), bucket, key);

    /// <summary>The objects from a key on, in the order of their keys; lists need no headers and get none.</summary>
    /// <param name="session">The store.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="from">The first key that may come, or the one after which they begin.</param>
    /// <param name="inclusive">True where <paramref name="from"/> itself may come.</param>
    /// <param name="limit">How many at most.</param>
    public static List<StoredObject> From(StoreSession session, string bucket, string from, bool inclusive, int limit) => session.Query(
        inclusive
            ? $"SELECT {Columns} FROM s3_object WHERE bucket = ?1 AND key >= ?2 ORDER BY key LIMIT ?3"
            : $"SELECT {Columns} FROM s3_object WHERE bucket = ?1 AND key > ?2 ORDER BY key LIMIT ?3",
        row => Read(row, ObjectHeaders.None),
        bucket,
        from,
        limit);

    public static List<Segment> Segments(StoreSession session, string content) => session.Query(
        "SELECT blob, size, bytes FROM s3_segment WHERE content = ?1 ORDER BY number",
        row => new Segment(row.GetString(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2)),
        content);

    /// <summary>Puts an object in the place of the one that is there.</summary>
    public static void Put(StoreSession session, string bucket, StoredObject item, IReadOnlyList<Segment> segments)
    {
        DiscardContent(session, bucket, item.Key);
        session.Execute(
            $"INSERT OR REPLACE INTO s3_object (bucket, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            bucket,
            item.Key,
            item.Content,
            item.Size,
            item.ETag,
            item.Modified.ToUnixTimeMilliseconds(),
            item.Headers.ToJson(),
            item.Checksum?.Algorithm,
            item.Checksum?.Value);
        for (var i = 0; i < segments.Count; i++)
        {
            session.Execute(
                "INSERT INTO s3_segment (content, number, blob, size, bytes) VALUES (?1, ?2, ?3, ?4, ?5)",
                item.Content,
                i + 1,
                segments[i].Blob,
                segments[i].Size,
                segments[i].Bytes);
        }
    }

    /// <summary>Changes what is said about an object and leaves its bytes.</summary>
    public static void PutHeaders(StoreSession session, string bucket, string key, ObjectHeaders headers) =>
        session.Execute("UPDATE s3_object SET headers = ?3 WHERE bucket = ?1 AND key = ?2", bucket, key, headers.ToJson());

    /// <summary>Deletes an object; one that is not there is deleted already.</summary>
    public static void Delete(StoreSession session, string bucket, string key)
    {
        DiscardContent(session, bucket, key);
        session.Execute("DELETE FROM s3_object WHERE bucket = ?1 AND key = ?2", bucket, key);
    }

    private static void DiscardContent(StoreSession session, string bucket, string key)
    {
        if (session.Scalar<string>("SELECT content FROM s3_object WHERE bucket = ?1 AND key = ?2", bucket, key) is not { } content) return;
        session.Execute("INSERT OR IGNORE INTO s3_garbage (blob) SELECT blob FROM s3_segment WHERE content = ?1 AND bytes IS NULL",
            content);
        session.Execute("DELETE FROM s3_segment WHERE content = ?1", content);
    }

    private static StoredObject Read(SqliteDataReader row, ObjectHeaders headers) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetInt64(2),
        row.GetString(3),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
        headers,
        row.IsDBNull(6) ? null : new StoredChecksum(row.GetString(6), row.GetString(7)));
}
