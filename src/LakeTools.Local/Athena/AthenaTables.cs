using LakeTools.Local.Store;

namespace LakeTools.Local.Athena;

/// <summary>Athena's tables. Times are milliseconds since 1970.</summary>
internal static class AthenaTables
{
    public static StorePart Part { get; } = new("athena",
        """
        CREATE TABLE athena_work_group (
            name TEXT PRIMARY KEY,
            document TEXT NOT NULL,
            created INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE athena_query (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            work_group TEXT NOT NULL,
            owner TEXT NOT NULL,
            token TEXT,
            request TEXT NOT NULL, -- the call that started it, by which a repeated token is told
            host TEXT NOT NULL,    -- the process that carries it out
            submitted INTEGER NOT NULL,
            document TEXT NOT NULL, -- as GetQueryExecution answers it
            columns TEXT            -- of its result, as GetQueryResults answers them
        );
        CREATE INDEX athena_query_work_group ON athena_query (work_group, number);
        CREATE UNIQUE INDEX athena_query_token ON athena_query (owner, token) WHERE token IS NOT NULL;
        CREATE INDEX athena_query_submitted ON athena_query (submitted);
        CREATE INDEX athena_query_active ON athena_query (number)
            WHERE json_extract(document, '$.Status.State') IN ('QUEUED', 'RUNNING');
        """);
}
