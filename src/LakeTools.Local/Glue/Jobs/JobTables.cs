namespace LakeTools.Local.Glue.Jobs;

/// <summary>The tables of Glue's jobs. Times are milliseconds since 1970; a document is the JSON that a client gave.</summary>
internal static class JobTables
{
    public const string Migration =
        """
        CREATE TABLE glue_job (
            name TEXT PRIMARY KEY,
            document TEXT NOT NULL,
            tags TEXT NOT NULL,
            created INTEGER NOT NULL,
            modified INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE glue_job_run (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            job_name TEXT NOT NULL,
            attempt INTEGER NOT NULL,
            previous_id TEXT,
            state TEXT NOT NULL,
            document TEXT NOT NULL,
            host TEXT NOT NULL,
            started INTEGER NOT NULL,
            modified INTEGER NOT NULL,
            completed INTEGER,
            execution_seconds INTEGER NOT NULL DEFAULT 0,
            message TEXT
        );
        CREATE INDEX glue_job_run_job ON glue_job_run (job_name, number);
        CREATE INDEX glue_job_run_active ON glue_job_run (state) WHERE completed IS NULL;
        CREATE TABLE glue_job_bookmark (
            job_name TEXT PRIMARY KEY,
            version INTEGER NOT NULL,
            run INTEGER NOT NULL,
            attempt INTEGER NOT NULL,
            run_id TEXT
        ) WITHOUT ROWID;
        """;

    /// <summary>Puts the tags of jobs where those of all resources are.</summary>
    public const string TagsMigration =
        """
        INSERT OR IGNORE INTO glue_tag (arn, key, value) SELECT 'job/' || name, tag.key, tag.value FROM glue_job, json_each(tags) AS tag;
        ALTER TABLE glue_job DROP COLUMN tags;
        """;
}
