using LakeTools.Local.Store;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>The LF-Tags of databases, tables and columns. This class does not check permissions.</summary>
internal static class TagAssignments
{
    /// <summary>Puts a tag on a resource, and replaces the key's existing value.</summary>
    public static void Put(StoreSession session, TaggedThing thing, string key, string value) => session.Execute(
        "INSERT OR REPLACE INTO lf_tag_assignment (database, tbl, col, key, value) VALUES (?1, ?2, ?3, ?4, ?5)",
        thing.Database, thing.Table, thing.Column, key, value);

    public static void Remove(StoreSession session, TaggedThing thing, string key) => session.Execute(
        "DELETE FROM lf_tag_assignment WHERE database = ?1 AND tbl = ?2 AND col = ?3 AND key = ?4", thing.Database, thing.Table,
            thing.Column, key);

    /// <summary>The tags that were put on the resource itself.</summary>
    public static Dictionary<string, string> OwnOf(StoreSession session, TaggedThing thing) => session.Query(
        "SELECT key, value FROM lf_tag_assignment WHERE database = ?1 AND tbl = ?2 AND col = ?3 ORDER BY key",
        row => KeyValuePair.Create(row.GetString(0), row.GetString(1)), thing.Database, thing.Table, thing.Column)
            .ToDictionary(StringComparer.Ordinal);

    public static bool IsUsed(StoreSession session, string key, string value) => session.Scalar<long>(
        "SELECT EXISTS (SELECT 1 FROM lf_tag_assignment WHERE key = ?1 AND value = ?2)", key, value) != 0;

    /// <summary>The databases in which something has one of a key's values; for <c>*</c>, any.</summary>
    public static SortedSet<string> DatabasesWith(StoreSession session, string key, NameList values)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        if (values.Contains(TagExpression.AnyValue))
            found.UnionWith(session.Query("SELECT DISTINCT database FROM lf_tag_assignment WHERE key = ?1", row => row.GetString(0), key));
        foreach (var value in values)
            found.UnionWith(session.Query("SELECT DISTINCT database FROM lf_tag_assignment WHERE key = ?1 AND value = ?2", row =>
                row.GetString(0), key, value));
        return found;
    }

    /// <summary>Forgets the tags of a database and of what is in it.</summary>
    public static void ForgetDatabase(StoreSession session, string database) =>
        session.Execute("DELETE FROM lf_tag_assignment WHERE database = ?1", database);

    /// <summary>Forgets the tags of a table and of its columns.</summary>
    public static void ForgetTable(StoreSession session, string database, string table) =>
        session.Execute("DELETE FROM lf_tag_assignment WHERE database = ?1 AND tbl = ?2", database, table);

    /// <summary>The tables of a database that have LF-Tags of their own or on columns, and one of those that have none.</summary>
    public static List<string> TablesOf(StoreSession session, string database) => session.Query(
        """
        SELECT name FROM glue_table WHERE database = ?1
            AND name IN (SELECT tbl FROM lf_tag_assignment WHERE database = ?1)
        UNION ALL
        SELECT * FROM (SELECT name FROM glue_table WHERE database = ?1
            AND name NOT IN (SELECT tbl FROM lf_tag_assignment WHERE database = ?1) LIMIT 1)
        """,
        row => row.GetString(0), database);
}
