using System.Text.Json;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.S3.Storage;

/// <summary>A multipart upload that was begun.</summary>
internal sealed record Upload(
    string Id,
    string Bucket,
    string Key,
    DateTimeOffset Started,
    ObjectHeaders Headers,
    string? ChecksumAlgorithm,
    string? ChecksumType)
{
    /// <summary>True if the key was written or deleted since the upload began.</summary>
    public bool IsOvertaken { get; init; }
}

/// <summary>A part of an upload.</summary>
/// <param name="Number">1 to 10,000.</param>
/// <param name="Segment">The segment that contains its bytes.</param>
/// <param name="ETag">Without its quotes.</param>
/// <param name="Modified">When it was put.</param>
/// <param name="Checksum">The checksum that it came with.</param>
/// <param name="Crc64">Its CRC-64/NVME in base64, where the upload names no algorithm; null of parts of an earlier version of the
/// lake.</param>
internal sealed record UploadPart(
    int Number,
    Segment Segment,
    string ETag,
    DateTimeOffset Modified,
    StoredChecksum? Checksum,
    string? Crc64);

/// <summary>The multipart uploads that were begun and neither completed nor aborted.</summary>
internal static class Uploads
{
    private const string Columns = "id, bucket, key, started, headers, checksum_algorithm, checksum_type";

    private const string AllColumns = Columns + ", is_overtaken";

    private static readonly TimeSpan s_keepCompleted = TimeSpan.FromDays(1);

    public static void Begin(StoreSession session, Upload upload) => session.Execute(
        $"INSERT INTO s3_upload ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        upload.Id,
        upload.Bucket,
        upload.Key,
        upload.Started.ToUnixTimeMilliseconds(),
        upload.Headers.ToJson(),
        upload.ChecksumAlgorithm,
        upload.ChecksumType);

    /// <summary>The upload of that id for that object.</summary>
    public static Upload Require(StoreSession session, string bucket, string key, string id) =>
        session.First($"SELECT {AllColumns} FROM s3_upload WHERE id = ?1 AND bucket = ?2 AND key = ?3", Read, id, bucket, key)
            ?? throw S3Error.NoSuchUpload(id);

    /// <summary>Returns whether there is an upload of that id for that object.</summary>
    public static bool Exists(StoreSession session, string bucket, string key, string id) => session.Scalar<long?>(
        "SELECT 1 FROM s3_upload WHERE id = ?1 AND bucket = ?2 AND key = ?3", id, bucket, key) is not null;

    /// <summary>Uploads after a key and, for that key, after an id.</summary>
    public static List<Upload> After(StoreSession session, string bucket, string prefix, string key, string id, int limit) => session.Query(
        $"SELECT {AllColumns} FROM s3_upload WHERE bucket = ?1 AND (key, id) > (?2, ?3) AND key >= ?4 ORDER BY key, id LIMIT ?5",
        Read,
        bucket,
        key,
        id,
        prefix,
        limit);

    /// <summary>Puts a part, and replaces an existing one.</summary>
    public static void PutPart(StoreSession session, string upload, UploadPart part)
    {
        session.Execute("INSERT OR IGNORE INTO s3_garbage (blob) SELECT blob FROM s3_part WHERE upload = ?1 AND number = ?2", upload,
            part.Number);
        session.Execute(
            """
            INSERT OR REPLACE INTO s3_part (upload, number, blob, size, etag, modified, checksum_algorithm, checksum, crc64)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """,
            upload,
            part.Number,
            part.Segment.Blob,
            part.Segment.Size,
            part.ETag,
            part.Modified.ToUnixTimeMilliseconds(),
            part.Checksum?.Algorithm,
            part.Checksum?.Value,
            part.Crc64);
    }

    public static List<UploadPart> Parts(StoreSession session, string upload, int after = 0, int limit = int.MaxValue) => session.Query(
        """
        SELECT number, blob, size, etag, modified, checksum_algorithm, checksum, crc64
        FROM s3_part WHERE upload = ?1 AND number > ?2 ORDER BY number LIMIT ?3
        """,
        row => new UploadPart(
            row.GetInt32(0),
            new Segment(row.GetString(1), row.GetInt64(2)),
            row.GetString(3),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
            row.IsDBNull(5) ? null : new StoredChecksum(row.GetString(5), row.GetString(6)),
            row.IsDBNull(7) ? null : row.GetString(7)),
        upload,
        after,
        limit);

    /// <summary>Forgets an upload whose parts became an object's content; the parts that did not are garbage.</summary>
    public static void Complete(StoreSession session, string upload, IEnumerable<UploadPart> used)
    {
        session.Execute("INSERT OR IGNORE INTO s3_garbage (blob) SELECT blob FROM s3_part WHERE upload = ?1", upload);
        foreach (var part in used) session.Execute("DELETE FROM s3_garbage WHERE blob = ?1", part.Segment.Blob);
        session.Execute("DELETE FROM s3_upload WHERE id = ?1", upload);
    }

    /// <summary>Notes what a completed upload answered, for a day.</summary>
    /// <param name="session">The store.</param>
    /// <param name="upload">The upload.</param>
    /// <param name="parts">The parts that the request named.</param>
    /// <param name="item">The object that was made.</param>
    public static void NoteCompleted(StoreSession session, Upload upload, string parts, StoredObject item)
    {
        var now = item.Modified.ToUnixTimeMilliseconds();
        session.Execute("DELETE FROM s3_completed WHERE completed < ?1", now - (long)s_keepCompleted.TotalMilliseconds);
        session.Execute(
            "INSERT INTO s3_completed (upload, bucket, key, parts, item, completed) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            upload.Id,
            upload.Bucket,
            upload.Key,
            parts,
            JsonSerializer.Serialize(item, ObjectJson.Default.StoredObject),
            now);
    }

    /// <summary>The object that an upload made of these parts; null if it was not completed so.</summary>
    public static StoredObject? Completed(StoreSession session, string bucket, string key, string id, string parts) =>
        session.Scalar<string>(
            "SELECT item FROM s3_completed WHERE upload = ?1 AND bucket = ?2 AND key = ?3 AND parts = ?4", id, bucket, key, parts)
            is { } item ? JsonSerializer.Deserialize(item, ObjectJson.Default.StoredObject) : null;

    /// <summary>Ends an upload and discards its parts.</summary>
    public static void Abort(StoreSession session, string upload) => Complete(session, upload, []);

    private static Upload Read(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
        ObjectHeaders.FromJson(row.GetString(4)),
        row.IsDBNull(5) ? null : row.GetString(5),
        row.IsDBNull(6) ? null : row.GetString(6)) { IsOvertaken = row.GetInt64(7) != 0 };
}
