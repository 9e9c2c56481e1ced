using LakeTools.Local.Store;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>The tables of Lake Formation.</summary>
internal static class LakeFormationTables
{
    public static readonly StorePart Part = new(
        "lakeformation",
        """
        CREATE TABLE lf_settings (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            document TEXT NOT NULL
        );

        -- One row for each canonical grant. The thing is (kind, database, tbl, detail); resource has its columns or tag values too.
        CREATE TABLE lf_grant (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            principal TEXT NOT NULL,
            kind INTEGER NOT NULL,
            database TEXT NOT NULL,
            tbl TEXT NOT NULL,
            detail TEXT NOT NULL,
            resource TEXT NOT NULL,
            permissions INTEGER NOT NULL,
            grantable INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            updated_by TEXT NOT NULL
        );
        CREATE INDEX lf_grant_thing ON lf_grant (database, tbl, kind, detail, principal);
        CREATE INDEX lf_grant_principal ON lf_grant (principal, kind);

        CREATE TABLE lf_location (
            arn TEXT PRIMARY KEY,
            role_arn TEXT NOT NULL,
            hybrid INTEGER NOT NULL,
            federation INTEGER NOT NULL,
            privileged INTEGER NOT NULL,
            owner TEXT,
            modified INTEGER NOT NULL
        ) WITHOUT ROWID;
        """,
        """
        CREATE TABLE lf_tag (
            key TEXT PRIMARY KEY,
            creator TEXT NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE lf_tag_value (
            key TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (key, value)
        ) WITHOUT ROWID;

        -- tbl is empty for a database's own tags, col for a table's: so the nearest comes last.
        CREATE TABLE lf_tag_assignment (
            database TEXT NOT NULL,
            tbl TEXT NOT NULL,
            col TEXT NOT NULL,
            key TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (database, tbl, col, key)
        ) WITHOUT ROWID;
        CREATE INDEX lf_tag_assignment_tag ON lf_tag_assignment (key, value, database);

        CREATE TABLE lf_tag_expression (
            name TEXT PRIMARY KEY,
            description TEXT,
            expression TEXT NOT NULL,
            creator TEXT NOT NULL
        ) WITHOUT ROWID;
        """,
        """
        -- One row for each principal and thing: the catalog, a database, a table or all tables, named as in lf_grant.
        CREATE TABLE lf_opt_in (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            principal TEXT NOT NULL,
            kind INTEGER NOT NULL,
            database TEXT NOT NULL,
            tbl TEXT NOT NULL,
            resource TEXT NOT NULL,
            updated INTEGER NOT NULL,
            updated_by TEXT NOT NULL,
            UNIQUE (database, tbl, kind, principal)
        );
        """,
        """
        CREATE TABLE lf_filter (
            database TEXT NOT NULL,
            tbl TEXT NOT NULL,
            name TEXT NOT NULL,
            document TEXT NOT NULL,
            version INTEGER NOT NULL,
            PRIMARY KEY (database, tbl, name)
        ) WITHOUT ROWID;
        """,
        """
        -- Which tables of a database a principal's grants name, and whether there are any.
        CREATE INDEX lf_grant_inside ON lf_grant (principal, database, tbl);
        """,
        """
        CREATE TABLE lf_transaction (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            status TEXT NOT NULL,
            started INTEGER NOT NULL,
            ended INTEGER
        );

        CREATE TABLE lf_identity_center (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            document TEXT NOT NULL
        );
        """,
        """
        -- The condition of a grant or an opt-in, as it was written; empty for none. Each is one of its own for its condition.
        ALTER TABLE lf_grant ADD COLUMN condition TEXT NOT NULL DEFAULT '';

        ALTER TABLE lf_opt_in RENAME TO lf_opt_in_before;
        CREATE TABLE lf_opt_in (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            principal TEXT NOT NULL,
            kind INTEGER NOT NULL,
            database TEXT NOT NULL,
            tbl TEXT NOT NULL,
            resource TEXT NOT NULL,
            updated INTEGER NOT NULL,
            updated_by TEXT NOT NULL,
            condition TEXT NOT NULL DEFAULT '',
            UNIQUE (database, tbl, kind, principal, condition)
        );
        INSERT INTO lf_opt_in (id, principal, kind, database, tbl, resource, updated, updated_by)
            SELECT id, principal, kind, database, tbl, resource, updated, updated_by FROM lf_opt_in_before;
        DROP TABLE lf_opt_in_before;
        """,
        """
        -- What is shared with other accounts by grants, and what they answered.
        CREATE TABLE lf_share (
            arn TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            receiver TEXT NOT NULL,
            scope TEXT NOT NULL,
            is_ram INTEGER NOT NULL,
            invitation TEXT NOT NULL,
            status TEXT NOT NULL,
            created INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            UNIQUE (receiver, scope)
        ) WITHOUT ROWID;
        """);
}
