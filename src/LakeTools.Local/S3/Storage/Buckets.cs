using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.S3.Storage;

/// <summary>The buckets of the lake.</summary>
internal static class Buckets
{
    private const string Columns = "name, created, region, versioning, owner";

    /// <summary>The bucket of that name.</summary>
    /// <exception cref="LakeTools.Local.Wire.ApiException">There is none.</exception>
    public static Bucket Require(StoreSession session, string name) => Find(session, name) ?? throw S3Error.NoSuchBucket(name);

    /// <summary>The bucket of that name, whatever its owner; null if there is none.</summary>
    public static Bucket? Find(StoreSession session, string name) =>
        session.First($"SELECT {Columns} FROM s3_bucket WHERE name = ?1", Read, name);

    /// <summary>Makes a bucket.</summary>
    /// <returns>False if it already exists.</returns>
    public static bool Create(StoreSession session, string name, string region, string owner, DateTimeOffset now) => session.Execute(
        "INSERT INTO s3_bucket (name, created, region, owner) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
        name,
        now.ToUnixTimeMilliseconds(),
        region,
        owner) > 0;

    /// <summary>Sets whether it keeps versions.</summary>
    public static void PutVersioning(StoreSession session, string name, string versioning) =>
        session.Execute("UPDATE s3_bucket SET versioning = ?2 WHERE name = ?1", name, versioning);

    /// <summary>Deletes a bucket that holds neither objects nor versions; uploads that were begun end with it.</summary>
    public static void Delete(StoreSession session, string name)
    {
        var bucket = Require(session, name);
        if (session.Scalar<long?>("SELECT 1 FROM s3_object WHERE bucket = ?1 LIMIT 1", name) is not null
            || session.Scalar<long?>("SELECT 1 FROM s3_version WHERE bucket = ?1 LIMIT 1", name) is not null)
            throw S3Error.BucketNotEmpty(name, bucket.HasVersions);
        foreach (var upload in session.Query("SELECT id FROM s3_upload WHERE bucket = ?1", row => row.GetString(0), name))
            Uploads.Abort(session, upload);
        session.Execute("DELETE FROM s3_setting WHERE bucket = ?1", name);
        session.Execute("DELETE FROM s3_bucket WHERE name = ?1", name);
    }

    /// <summary>The buckets of an account that follow a name; the first account of the lake has those that name no owner too.</summary>
    public static List<Bucket> List(StoreSession session, string owner, bool isFirst, string prefix, string after, int limit) =>
        session.Query(
        $"SELECT {Columns} FROM s3_bucket WHERE name > ?1 AND substr(name, 1, length(?2)) = ?2 AND coalesce(owner, ?4) = ?5 "
            + "ORDER BY name LIMIT ?3",
        Read,
        after,
        prefix,
        limit,
        isFirst ? owner : "",
        owner);

    private static Bucket Read(SqliteDataReader row) => new(
        row.GetString(0),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
        row.IsDBNull(2) ? null : row.GetString(2),
        row.IsDBNull(3) ? null : row.GetString(3),
        row.IsDBNull(4) ? null : row.GetString(4));
}
