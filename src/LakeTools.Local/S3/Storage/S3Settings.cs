using LakeTools.Local.Store;

namespace LakeTools.Local.S3.Storage;

/// <summary>The settings of a bucket: one record per setting, by its name in the query of requests.</summary>
internal static class S3Settings
{
    /// <summary>The value of a setting that a new bucket has and that was deleted.</summary>
    public const string Deleted = "";

    /// <summary>A setting's record; null if nothing was set.</summary>
    public static string? Find(StoreSession session, string bucket, string name) =>
        session.Scalar<string>("SELECT value FROM s3_setting WHERE bucket = ?1 AND name = ?2", bucket, name);

    /// <summary>Settings of which there may be many, by their ids.</summary>
    /// <param name="session">The store.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="set">The first part of their names, before a slash.</param>
    /// <param name="after">The id after which they follow; empty for all.</param>
    /// <param name="limit">The maximum number.</param>
    public static List<(string Id, string Value)> Under(StoreSession session, string bucket, string set, string after, int limit) =>
        session.Query(
            "SELECT name, value FROM s3_setting WHERE bucket = ?1 AND name > ?2 AND name < ?3 ORDER BY name LIMIT ?4",
            row => (row.GetString(0)[(set.Length + 1)..], row.GetString(1)),
            bucket,
            $"{set}/{after}",
            set + "0", // the character after the slash
            limit);

    /// <summary>Sets it.</summary>
    public static void Put(StoreSession session, string bucket, string name, string value) => session.Execute(
        "INSERT INTO s3_setting (bucket, name, value) VALUES (?1, ?2, ?3) ON CONFLICT (bucket, name) DO UPDATE SET value = ?3",
        bucket,
        name,
        value);

    /// <summary>Sets it back to what a new bucket has.</summary>
    public static void Delete(StoreSession session, string bucket, string name) =>
        session.Execute("DELETE FROM s3_setting WHERE bucket = ?1 AND name = ?2", bucket, name);
}
