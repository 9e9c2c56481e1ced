namespace LakeTools.Local.Glue.Catalog;

/// <summary>
/// The tables of the catalog besides databases, tables and partitions. Times are milliseconds since 1970; a document is the JSON that
/// a client gave.
/// </summary>
internal static class RecordTables
{
    public const string Migration =
        """
        -- Connections, triggers, crawlers, catalogs and settings: what the lake keeps and tells, and hardly acts on.
        CREATE TABLE glue_record (
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            document TEXT NOT NULL,
            created INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            PRIMARY KEY (kind, name)
        ) WITHOUT ROWID;

        -- What belongs to a database or table, and goes with it. The owner's tbl is '' where the database is meant.
        CREATE TABLE glue_part (
            database TEXT NOT NULL,
            tbl TEXT NOT NULL,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            document TEXT NOT NULL,
            created INTEGER NOT NULL,
            PRIMARY KEY (database, tbl, kind, name)
        ) WITHOUT ROWID;
        """;
}
