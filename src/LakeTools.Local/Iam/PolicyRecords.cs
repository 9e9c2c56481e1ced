using LakeTools.Local.Identity;
using LakeTools.Local.Store;

namespace LakeTools.Local.Iam;

/// <summary>The policies of roles and users: inline ones with their documents, managed ones by their ARNs.</summary>
internal static class PolicyRecords
{
    /// <summary>The one managed policy whose document is known here: it allows everything.</summary>
    public const string AdministratorAccess = "arn:aws:iam::aws:policy/AdministratorAccess";

    /// <summary>The inline policies of a principal, for the rule about objects under registered locations; none if it is not recorded.
    /// </summary>
    /// <param name="session">The store.</param>
    /// <param name="kind"><c>role</c> or <c>user</c>.</param>
    /// <param name="owner">The name without path.</param>
    public static IReadOnlyList<string> Documents(StoreSession session, string kind, string owner) => session.Query(
        "SELECT document FROM iam_policy WHERE kind = ?1 AND owner = ?2 ORDER BY name", row => row.GetString(0), kind, owner);

    /// <summary>The permissions boundary of a principal, which is a managed policy and has no document here; null for none.</summary>
    public static string? Boundary(StoreSession session, string kind, string owner) => kind == IamKind.Role.Word
        ? RoleRecords.Find(session, owner)?.PermissionsBoundary
        : UserRecords.Find(session, owner)?.PermissionsBoundary;

    /// <summary>Whether the inline policies of a principal allow something. A boundary that is not known could forbid it.</summary>
    public static bool Allow(StoreSession session, PrincipalArn principal, PolicyQuestion question) =>
        IsUnlimited(session, principal) && PolicyDecision.Allows(Documents(session, principal.Kind, principal.Name), question);

    /// <summary>Whether no permissions boundary limits a principal.</summary>
    public static bool IsUnlimited(StoreSession session, PrincipalArn principal) =>
        Boundary(session, principal.Kind, principal.Name) is null or AdministratorAccess;

    public static string? Document(StoreSession session, string kind, string owner, string name) => session.Scalar<string>(
        "SELECT document FROM iam_policy WHERE kind = ?1 AND owner = ?2 AND name = ?3", kind, owner, name);

    public static void Put(StoreSession session, string kind, string owner, string name, string document) => session.Execute(
        "INSERT INTO iam_policy (kind, owner, name, document) VALUES (?1, ?2, ?3, ?4) "
            + "ON CONFLICT (kind, owner, name) DO UPDATE SET document = ?4",
        kind, owner, name, document);

    public static bool Delete(StoreSession session, string kind, string owner, string name) =>
        session.Execute("DELETE FROM iam_policy WHERE kind = ?1 AND owner = ?2 AND name = ?3", kind, owner, name) > 0;

    public static List<string> Names(StoreSession session, string kind, string owner, string after, int limit) => session.Query(
        "SELECT name FROM iam_policy WHERE kind = ?1 AND owner = ?2 AND name > ?3 ORDER BY name LIMIT ?4",
        row => row.GetString(0), kind, owner, after, limit);

    public static void Attach(StoreSession session, string kind, string owner, string arn) => session.Execute(
        "INSERT OR IGNORE INTO iam_attachment (kind, owner, arn) VALUES (?1, ?2, ?3)", kind, owner, arn);

    public static bool Detach(StoreSession session, string kind, string owner, string arn) =>
        session.Execute("DELETE FROM iam_attachment WHERE kind = ?1 AND owner = ?2 AND arn = ?3", kind, owner, arn) > 0;

    public static List<string> Attached(StoreSession session, string kind, string owner, string after, int limit) => session.Query(
        "SELECT arn FROM iam_attachment WHERE kind = ?1 AND owner = ?2 AND arn > ?3 ORDER BY arn LIMIT ?4",
        row => row.GetString(0), kind, owner, after, limit);
}
