using LakeTools.Local.Store;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.Iam;

/// <summary>The roles that were recorded.</summary>
internal static class RoleRecords
{
    private const string Columns = "name, path, id, created, trust_policy, description, max_session, boundary, tags";

    public static Role? Find(StoreSession session, string name) =>
        session.First($"SELECT {Columns} FROM iam_role WHERE name = ?1", Read, name);

    /// <summary>Roles by name, under a path prefix such as <c>/</c>.</summary>
    public static List<Role> List(StoreSession session, string pathPrefix, string after, int limit) => session.Query(
        $"SELECT {Columns} FROM iam_role WHERE name > ?2 AND substr(path, 1, length(?1)) = ?1 ORDER BY name LIMIT ?3", Read, pathPrefix,
            after, limit);

    public static void Insert(StoreSession session, Role role) => session.Execute(
        $"INSERT INTO iam_role ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        role.Name,
        role.Path,
        role.Id,
        role.Created.ToUnixTimeSeconds(),
        role.TrustPolicy,
        role.Description,
        role.MaxSessionDuration,
        role.PermissionsBoundary,
        StoredJson.Write(role.Tags));

    public static void PutTags(StoreSession session, string name, IReadOnlyDictionary<string, string> tags) =>
        session.Execute("UPDATE iam_role SET tags = ?2 WHERE name = ?1", name, StoredJson.Write(tags));

    public static void PutTrust(StoreSession session, string name, string document) =>
        session.Execute("UPDATE iam_role SET trust_policy = ?2 WHERE name = ?1", name, document);

    public static void Delete(StoreSession session, string name) => session.Execute("DELETE FROM iam_role WHERE name = ?1", name);

    private static Role Read(SqliteDataReader row) => new()
    {
        Name = row.GetString(0),
        Path = row.GetString(1),
        Id = row.GetString(2),
        Created = DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(3)),
        TrustPolicy = row.GetString(4),
        Description = row.IsDBNull(5) ? null : row.GetString(5),
        MaxSessionDuration = row.GetInt32(6),
        PermissionsBoundary = row.IsDBNull(7) ? null : row.GetString(7),
        Tags = StoredJson.Named(row.GetString(8)),
    };
}
