using LakeTools.Local.Store;

namespace LakeTools.Local.CloudTrail;

/// <summary>CloudTrail's tables. Times are milliseconds since 1970.</summary>
internal static class CloudTrailTables
{
    public static StorePart Part { get; } = new("cloudtrail",
        """
        CREATE TABLE cloudtrail_trail (
            name TEXT PRIMARY KEY,
            settings TEXT NOT NULL,
            is_logging INTEGER NOT NULL DEFAULT 0,
            started INTEGER,
            stopped INTEGER,
            delivered INTEGER,
            delivery_error TEXT
        ) WITHOUT ROWID;
        CREATE TABLE cloudtrail_event (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            event_id TEXT NOT NULL,
            time INTEGER NOT NULL,
            name TEXT NOT NULL,
            source TEXT NOT NULL,
            username TEXT NOT NULL,
            document TEXT NOT NULL
        );
        CREATE INDEX cloudtrail_event_time ON cloudtrail_event (time, id);
        """);
}
