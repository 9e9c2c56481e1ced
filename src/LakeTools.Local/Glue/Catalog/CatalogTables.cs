namespace LakeTools.Local.Glue.Catalog;

/// <summary>
/// The tables of the catalog. Documents are the API's inputs as they came, so members that nothing here reads are kept.
/// </summary>
internal static class CatalogTables
{
    public const string Migration =
        """
        CREATE TABLE glue_database (
            name TEXT PRIMARY KEY,
            document TEXT NOT NULL,
            creator TEXT NOT NULL,
            created INTEGER NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE glue_table (
            database TEXT NOT NULL REFERENCES glue_database (name),
            name TEXT NOT NULL,
            document TEXT NOT NULL,
            creator TEXT NOT NULL,
            created INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            version INTEGER NOT NULL,
            PRIMARY KEY (database, name)
        ) WITHOUT ROWID;

        -- The versions before the present one.
        CREATE TABLE glue_table_version (
            database TEXT NOT NULL,
            tbl TEXT NOT NULL,
            version INTEGER NOT NULL,
            document TEXT NOT NULL,
            updated INTEGER NOT NULL,
            PRIMARY KEY (database, tbl, version)
        ) WITHOUT ROWID;

        CREATE TABLE glue_partition (
            database TEXT NOT NULL,
            tbl TEXT NOT NULL,
            key TEXT NOT NULL,
            document TEXT NOT NULL,
            created INTEGER NOT NULL,
            PRIMARY KEY (database, tbl, key)
        ) WITHOUT ROWID;

        CREATE TABLE glue_tag (
            arn TEXT NOT NULL,
            key TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (arn, key)
        ) WITHOUT ROWID;
        """;

    /// <summary>Finds the tables at a place, which vended credentials ask for, without reading every table.</summary>
    public const string LocationMigration =
        "CREATE INDEX glue_table_location ON glue_table (rtrim(document ->> '$.StorageDescriptor.Location', '/'));";

    /// <summary>Finds the tables that somebody made, which they see.</summary>
    public const string CreatorMigration = "CREATE INDEX glue_table_creator ON glue_table (creator, database, name);";

    /// <summary>The creator as Glue returns it. Null for tables of earlier versions, which returned the creator's role.</summary>
    public const string CreatedByMigration = "ALTER TABLE glue_table ADD COLUMN created_by TEXT;";
}
