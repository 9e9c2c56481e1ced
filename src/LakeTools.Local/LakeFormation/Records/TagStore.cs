using LakeTools.Local.Store;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>The LF-Tags of a lake. Knows nothing of permissions.</summary>
internal static class TagStore
{
    public static long Count(StoreSession session) => session.Scalar<long>("SELECT count(*) FROM lf_tag");

    public static string? CreatorOf(StoreSession session, string key) =>
        session.Scalar<string>("SELECT creator FROM lf_tag WHERE key = ?1", key);

    public static TagRecord? Find(StoreSession session, string key) =>
        CreatorOf(session, key) is { } creator ? new TagRecord(key, Values(session, key), creator) : null;

    /// <summary>Whether there is the tag, and it has all of these values; <c>*</c> represents whichever it has.</summary>
    public static bool Has(StoreSession session, string key, IEnumerable<string> values) => CreatorOf(session, key) is not null
        && values.All(value => value == TagExpression.AnyValue
            || session.Scalar<long>("SELECT EXISTS (SELECT 1 FROM lf_tag_value WHERE key = ?1 AND value = ?2)", key, value) != 0);

    public static List<TagRecord> After(StoreSession session, string key, int count) =>
        session.Query($"SELECT key, creator FROM lf_tag WHERE key > ?1 ORDER BY key LIMIT {count}", row =>
            (Key: row.GetString(0), Creator: row.GetString(1)), key)
            .ConvertAll(row => new TagRecord(row.Key, Values(session, row.Key), row.Creator));

    public static void Add(StoreSession session, TagRecord tag)
    {
        session.Execute("INSERT INTO lf_tag (key, creator) VALUES (?1, ?2)", tag.Key, tag.Creator);
        foreach (var value in tag.Values) AddValue(session, tag.Key, value);
    }

    public static void AddValue(StoreSession session, string key, string value) =>
        session.Execute("INSERT OR IGNORE INTO lf_tag_value (key, value) VALUES (?1, ?2)", key, value);

    public static void RemoveValue(StoreSession session, string key, string value) =>
        session.Execute("DELETE FROM lf_tag_value WHERE key = ?1 AND value = ?2", key, value);

    /// <summary>Removes a tag and its assignments.</summary>
    public static void Remove(StoreSession session, string key)
    {
        session.Execute("DELETE FROM lf_tag_assignment WHERE key = ?1", key);
        session.Execute("DELETE FROM lf_tag_value WHERE key = ?1", key);
        session.Execute("DELETE FROM lf_tag WHERE key = ?1", key);
    }

    private static NameList Values(StoreSession session, string key) =>
        NameList.Of(session.Query("SELECT value FROM lf_tag_value WHERE key = ?1 ORDER BY value", row => row.GetString(0), key));
}
