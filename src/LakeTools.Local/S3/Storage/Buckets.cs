using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;

namespace LakeTools.Local.S3.Storage;

/// <summary>The buckets of the lake.</summary>
internal static class Buckets
{
    public static bool Exists(StoreSession session, string name) =>
        session.Scalar<long?>("SELECT 1 FROM s3_bucket WHERE name = ?1", name) is not null;

    /// <summary>Throws where there is no such bucket.</summary>
    public static void Require(StoreSession session, string name)
    {
        if (!Exists(session, name)) throw S3Error.NoSuchBucket();
    }

    /// <summary>Makes a bucket.</summary>
    /// <returns>False where it is there already.</returns>
    public static bool Create(StoreSession session, string name, DateTimeOffset now) =>
        session.Execute("INSERT INTO s3_bucket (name, created) VALUES (?1, ?2) ON CONFLICT DO NOTHING", name,
            now.ToUnixTimeMilliseconds()) > 0;

    /// <summary>Deletes a bucket that holds neither objects nor begun uploads.</summary>
    public static void Delete(StoreSession session, string name)
    {
        Require(session, name);
        if (session.Scalar<long?>("SELECT 1 FROM s3_object WHERE bucket = ?1 LIMIT 1", name) is not null) throw S3Error.BucketNotEmpty();
        foreach (var upload in session.Query("SELECT id FROM s3_upload WHERE bucket = ?1", row => row.GetString(0), name))
            Uploads.Abort(session, upload);
        session.Execute("DELETE FROM s3_bucket WHERE name = ?1", name);
    }

    public static List<(string Name, DateTimeOffset Created)> List(StoreSession session, string prefix, string after, int limit) =>
        session.Query(
        "SELECT name, created FROM s3_bucket WHERE name > ?1 AND substr(name, 1, length(?2)) = ?2 ORDER BY name LIMIT ?3",
        row => (row.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))),
        after,
        prefix,
        limit);
}
