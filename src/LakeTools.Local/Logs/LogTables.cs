using LakeTools.Local.Store;

namespace LakeTools.Local.Logs;

/// <summary>CloudWatch Logs' tables. Times are milliseconds since 1970, as the API has them.</summary>
internal static class LogTables
{
    public static StorePart Part { get; } = new("logs",
        """
        CREATE TABLE logs_group (
            name TEXT PRIMARY KEY,
            created INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE logs_stream (
            group_name TEXT NOT NULL REFERENCES logs_group (name) ON DELETE CASCADE,
            name TEXT NOT NULL,
            created INTEGER NOT NULL,
            PRIMARY KEY (group_name, name)
        ) WITHOUT ROWID;
        CREATE TABLE logs_event (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            group_name TEXT NOT NULL,
            stream_name TEXT NOT NULL,
            timestamp INTEGER NOT NULL,
            ingested INTEGER NOT NULL,
            message TEXT NOT NULL,
            FOREIGN KEY (group_name, stream_name) REFERENCES logs_stream (group_name, name) ON DELETE CASCADE
        );
        CREATE INDEX logs_event_stream ON logs_event (group_name, stream_name, timestamp, id);
        CREATE INDEX logs_event_group ON logs_event (group_name, timestamp, id);
        """,
        """
        -- What CreateLogGroup was given beside the name, as JSON.
        ALTER TABLE logs_group ADD COLUMN settings TEXT NOT NULL DEFAULT '{}';
        """);
}
