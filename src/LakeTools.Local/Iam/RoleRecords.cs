using System.Text.Json;
using LakeTools.Local.Store;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.Iam;

/// <summary>
/// A role as it is recorded. Nothing here limits what its sessions may call; see <see cref="RoleRecords.PolicyDocuments"/> for
/// what reads it.
/// </summary>
internal sealed record Role
{
    public required string Name { get; init; }

    /// <summary>Such as <c>/</c> or <c>/service-role/</c>.</summary>
    public required string Path { get; init; }

    public required string Id { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Who may assume it, as a policy document.</summary>
    public required string TrustPolicy { get; init; }

    public string? Description { get; init; }

    /// <summary>Seconds.</summary>
    public required int MaxSessionDuration { get; init; }

    public string? PermissionsBoundary { get; init; }

    /// <summary>Tags, in the order in which they were given.</summary>
    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    public string Arn(string accountId) => $"arn:aws:iam::{accountId}:role{Path}{Name}";
}

/// <summary>The roles that were recorded, and their policies. Two names that differ in case alone are one, as in IAM.</summary>
internal static class RoleRecords
{
    public static readonly StorePart Part = new(
        "iam",
        """
        CREATE TABLE iam_role (
            name TEXT PRIMARY KEY COLLATE NOCASE,
            path TEXT NOT NULL,
            id TEXT NOT NULL,
            created INTEGER NOT NULL,
            trust_policy TEXT NOT NULL,
            description TEXT,
            max_session INTEGER NOT NULL,
            boundary TEXT,
            tags TEXT NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE iam_role_policy (
            role TEXT NOT NULL COLLATE NOCASE REFERENCES iam_role (name),
            name TEXT NOT NULL COLLATE NOCASE,
            document TEXT NOT NULL,
            PRIMARY KEY (role, name)
        ) WITHOUT ROWID;

        CREATE TABLE iam_attached_policy (
            role TEXT NOT NULL COLLATE NOCASE REFERENCES iam_role (name),
            arn TEXT NOT NULL,
            PRIMARY KEY (role, arn)
        ) WITHOUT ROWID;
        """);

    private const string Columns = "name, path, id, created, trust_policy, description, max_session, boundary, tags";

    public static Role? Find(StoreSession session, string name) =>
        session.First($"SELECT {Columns} FROM iam_role WHERE name = ?1", Read, name);

    /// <summary>Roles by name, under a path prefix such as <c>/</c>.</summary>
    public static List<Role> List(StoreSession session, string pathPrefix, string after, int limit) => session.Query(
        $"SELECT {Columns} FROM iam_role WHERE name > ?2 AND substr(path, 1, length(?1)) = ?1 ORDER BY name LIMIT ?3", Read, pathPrefix,
            after, limit);

    /// <summary>
    /// The inline policies of a role, for the rule about objects under registered locations; none where it is not recorded.
    /// </summary>
    /// <param name="session">The store.</param>
    /// <param name="roleName">The name without path.</param>
    public static IReadOnlyList<string> PolicyDocuments(StoreSession session, string roleName) =>
        session.Query("SELECT document FROM iam_role_policy WHERE role = ?1 ORDER BY name", row => row.GetString(0), roleName);

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
        JsonSerializer.Serialize(role.Tags));

    public static void PutTags(StoreSession session, string name, IReadOnlyDictionary<string, string> tags) =>
        session.Execute("UPDATE iam_role SET tags = ?2 WHERE name = ?1", name, JsonSerializer.Serialize(tags));

    public static void PutTrust(StoreSession session, string name, string document) =>
        session.Execute("UPDATE iam_role SET trust_policy = ?2 WHERE name = ?1", name, document);

    public static void Delete(StoreSession session, string name) => session.Execute("DELETE FROM iam_role WHERE name = ?1", name);

    public static string? Policy(StoreSession session, string role, string name) =>
        session.Scalar<string>("SELECT document FROM iam_role_policy WHERE role = ?1 AND name = ?2", role, name);

    public static void PutPolicy(StoreSession session, string role, string name, string document) => session.Execute(
        "INSERT INTO iam_role_policy (role, name, document) VALUES (?1, ?2, ?3) ON CONFLICT (role, name) DO UPDATE SET document = ?3",
        role,
        name,
        document);

    public static bool DeletePolicy(StoreSession session, string role, string name) =>
        session.Execute("DELETE FROM iam_role_policy WHERE role = ?1 AND name = ?2", role, name) > 0;

    public static List<string> PolicyNames(StoreSession session, string role, string after, int limit) => session.Query(
        "SELECT name FROM iam_role_policy WHERE role = ?1 AND name > ?2 ORDER BY name LIMIT ?3", row =>
            row.GetString(0), role, after, limit);

    public static void Attach(StoreSession session, string role, string policyArn) =>
        session.Execute("INSERT OR IGNORE INTO iam_attached_policy (role, arn) VALUES (?1, ?2)", role, policyArn);

    public static bool Detach(StoreSession session, string role, string policyArn) =>
        session.Execute("DELETE FROM iam_attached_policy WHERE role = ?1 AND arn = ?2", role, policyArn) > 0;

    public static List<string> AttachedArns(StoreSession session, string role, string after, int limit) => session.Query(
        "SELECT arn FROM iam_attached_policy WHERE role = ?1 AND arn > ?2 ORDER BY arn LIMIT ?3", row =>
            row.GetString(0), role, after, limit);

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
        Tags = JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(8))!,
    };
}
