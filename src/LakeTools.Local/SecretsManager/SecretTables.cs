using LakeTools.Local.Store;

namespace LakeTools.Local.SecretsManager;

/// <summary>
/// Secrets Manager's tables. Times are milliseconds since 1970; tags, rotation and replicas are JSON; values are encrypted, and empty if
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
        """,
        """
        -- A secret is one of its region, and a replica a row of its own whose versions are its primary's. Tags are NULL where there never
        -- were any. A column that is UNIQUE cannot be changed, so the tables are created again, children last.
        CREATE TABLE secretsmanager_new_secret (
            id INTEGER PRIMARY KEY,
            region TEXT NOT NULL,
            arn TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            primary_id INTEGER REFERENCES secretsmanager_new_secret (id) ON DELETE CASCADE,
            type TEXT,
            description TEXT,
            kms_key_id TEXT,
            tags TEXT,
            policy TEXT,
            created INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            accessed INTEGER,
            deleted INTEGER,
            purged INTEGER,
            rotation TEXT,
            replicas TEXT NOT NULL DEFAULT '[]',
            UNIQUE (region, name)
        );
        CREATE TABLE secretsmanager_new_version (
            secret_id INTEGER NOT NULL REFERENCES secretsmanager_new_secret (id) ON DELETE CASCADE,
            version_id TEXT NOT NULL,
            is_binary INTEGER NOT NULL,
            value BLOB NOT NULL,
            created INTEGER NOT NULL,
            accessed INTEGER,
            PRIMARY KEY (secret_id, version_id)
        ) WITHOUT ROWID;
        CREATE TABLE secretsmanager_new_stage (
            secret_id INTEGER NOT NULL,
            stage TEXT NOT NULL,
            version_id TEXT NOT NULL,
            PRIMARY KEY (secret_id, stage),
            FOREIGN KEY (secret_id, version_id) REFERENCES secretsmanager_new_version (secret_id, version_id) ON DELETE CASCADE
        ) WITHOUT ROWID;
        INSERT INTO secretsmanager_new_secret
            SELECT id, substr(arn, 24, instr(substr(arn, 24), ':') - 1), arn, name, NULL, type, nullif(description, ''), kms_key_id,
                nullif(tags, '[]'), policy, created, changed, accessed, deleted, purged, rotation, replicas FROM secretsmanager_secret;
        INSERT INTO secretsmanager_new_secret
            (region, arn, name, primary_id, type, description, kms_key_id, tags, policy, created, changed, rotation)
            SELECT r.value ->> 'Region', 'arn:aws:secretsmanager:' || (r.value ->> 'Region') || substr(s.arn, 24 + length(s.region)),
                s.name, s.id, s.type, s.description, r.value ->> 'KmsKeyId', s.tags, s.policy, s.changed, s.changed, s.rotation
            FROM secretsmanager_new_secret s, json_each(s.replicas) r;
        INSERT INTO secretsmanager_new_version
            SELECT secret_id, version_id, is_binary, value, created, accessed FROM secretsmanager_version;
        INSERT INTO secretsmanager_new_stage SELECT secret_id, stage, version_id FROM secretsmanager_stage;
        DROP TABLE secretsmanager_stage;
        DROP TABLE secretsmanager_version;
        DROP TABLE secretsmanager_secret;
        ALTER TABLE secretsmanager_new_secret RENAME TO secretsmanager_secret;
        ALTER TABLE secretsmanager_new_version RENAME TO secretsmanager_version;
        ALTER TABLE secretsmanager_new_stage RENAME TO secretsmanager_stage;
        CREATE INDEX secretsmanager_stage_version ON secretsmanager_stage (secret_id, version_id);
        CREATE INDEX secretsmanager_secret_created ON secretsmanager_secret (region, created);
        CREATE INDEX secretsmanager_secret_changed ON secretsmanager_secret (region, changed);
        CREATE INDEX secretsmanager_secret_accessed ON secretsmanager_secret (region, coalesce(accessed, 0));
        CREATE INDEX secretsmanager_secret_primary ON secretsmanager_secret (primary_id);
        """);
}
