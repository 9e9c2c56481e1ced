using LakeTools.Local.Store;

namespace LakeTools.Local.SecretsManager;

/// <summary>
/// Secrets Manager's tables. Times are milliseconds since 1970; tags, rotation and replicas are JSON; values are encrypted, and empty where
/// a rotation has made a version only.
/// </summary>
internal static class SecretTables
{
    public static StorePart Part { get; } = new("secretsmanager",
        """
        CREATE TABLE secretsmanager_secret (
            id INTEGER PRIMARY KEY,
            arn TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL UNIQUE,
            type TEXT,
            description TEXT,
            kms_key_id TEXT,
            tags TEXT NOT NULL DEFAULT '[]',
            policy TEXT,
            created INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            accessed INTEGER,
            deleted INTEGER,
            purged INTEGER
        );
        CREATE TABLE secretsmanager_version (
            secret_id INTEGER NOT NULL REFERENCES secretsmanager_secret (id) ON DELETE CASCADE,
            version_id TEXT NOT NULL,
            is_binary INTEGER NOT NULL,
            value BLOB NOT NULL,
            created INTEGER NOT NULL,
            accessed INTEGER,
            PRIMARY KEY (secret_id, version_id)
        ) WITHOUT ROWID;
        CREATE TABLE secretsmanager_stage (
            secret_id INTEGER NOT NULL,
            stage TEXT NOT NULL,
            version_id TEXT NOT NULL,
            PRIMARY KEY (secret_id, stage),
            FOREIGN KEY (secret_id, version_id) REFERENCES secretsmanager_version (secret_id, version_id) ON DELETE CASCADE
        ) WITHOUT ROWID;
        CREATE INDEX secretsmanager_stage_version ON secretsmanager_stage (secret_id, version_id);
        """,
        """
        ALTER TABLE secretsmanager_secret ADD COLUMN rotation TEXT;
        ALTER TABLE secretsmanager_secret ADD COLUMN replicas TEXT NOT NULL DEFAULT '[]';
        """,
        """
        -- The orders of ListSecrets; names have an index already.
        CREATE INDEX secretsmanager_secret_created ON secretsmanager_secret (created);
        CREATE INDEX secretsmanager_secret_changed ON secretsmanager_secret (changed);
        CREATE INDEX secretsmanager_secret_accessed ON secretsmanager_secret (coalesce(accessed, 0));
        """);
}
