using LakeTools.Local.Store;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.Iam;

/// <summary>The users that were recorded. A user that signs without a record has no tags and no policies.</summary>
internal static class UserRecords
{
    private const string Columns = "name, path, id, created, boundary, tags";

    public static User? Find(StoreSession session, string name) =>
        session.First($"SELECT {Columns} FROM iam_user WHERE name = ?1", Read, name);

    /// <summary>Users by name, under a path prefix such as <c>/</c>.</summary>
    public static List<User> List(StoreSession session, string pathPrefix, string after, int limit) => session.Query(
        $"SELECT {Columns} FROM iam_user WHERE name > ?2 AND substr(path, 1, length(?1)) = ?1 ORDER BY name LIMIT ?3",
        Read, pathPrefix, after, limit);

    public static void Insert(StoreSession session, User user) => session.Execute(
        $"INSERT INTO iam_user ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        user.Name, user.Path, user.Id, user.Created.ToUnixTimeSeconds(), user.PermissionsBoundary, StoredJson.Write(user.Tags));

    public static void PutTags(StoreSession session, string name, IReadOnlyDictionary<string, string> tags) =>
        session.Execute("UPDATE iam_user SET tags = ?2 WHERE name = ?1", name, StoredJson.Write(tags));

    public static void Delete(StoreSession session, string name) => session.Execute("DELETE FROM iam_user WHERE name = ?1", name);

    private static User Read(SqliteDataReader row) => new()
    {
        Name = row.GetString(0),
        Path = row.GetString(1),
        Id = row.GetString(2),
        Created = DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(3)),
        PermissionsBoundary = row.IsDBNull(4) ? null : row.GetString(4),
        Tags = StoredJson.Named(row.GetString(5)),
    };
}
