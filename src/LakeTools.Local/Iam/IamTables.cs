using LakeTools.Local.Store;

namespace LakeTools.Local.Iam;

/// <summary>IAM's tables. Two names that differ in case alone are one, as in IAM.</summary>
internal static class IamTables
{
    public static StorePart Part { get; } = new(
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
        """,
        """
        -- Policies of roles and of users are alike. Kind is the word of their ARNs.
        CREATE TABLE iam_user (
            name TEXT PRIMARY KEY COLLATE NOCASE,
            path TEXT NOT NULL,
            id TEXT NOT NULL,
            created INTEGER NOT NULL,
            boundary TEXT,
            tags TEXT NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE iam_policy (
            kind TEXT NOT NULL,
            owner TEXT NOT NULL COLLATE NOCASE,
            name TEXT NOT NULL COLLATE NOCASE,
            document TEXT NOT NULL,
            PRIMARY KEY (kind, owner, name)
        ) WITHOUT ROWID;

        CREATE TABLE iam_attachment (
            kind TEXT NOT NULL,
            owner TEXT NOT NULL COLLATE NOCASE,
            arn TEXT NOT NULL,
            PRIMARY KEY (kind, owner, arn)
        ) WITHOUT ROWID;

        INSERT INTO iam_policy SELECT 'role', role, name, document FROM iam_role_policy;
        INSERT INTO iam_attachment SELECT 'role', role, arn FROM iam_attached_policy;
        DROP TABLE iam_role_policy;
        DROP TABLE iam_attached_policy;
        """);
}
