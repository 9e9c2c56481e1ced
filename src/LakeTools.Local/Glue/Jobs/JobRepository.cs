using System.Text.Json.Nodes;
using LakeTools.Local.Context;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.Glue.Jobs;

/// <summary>Reads and writes jobs and their runs in one transaction.</summary>
internal sealed class JobRepository(StoreSession session, LakeContext lake)
{
    private const string RunColumns =
        "number, id, job_name, attempt, previous_id, state, document, host, started, modified, completed, execution_seconds, message";

    public long Now { get; } = lake.Clock.Now();

    public JobRecord? Find(string name) =>
        session.First("SELECT name, document, created, modified FROM glue_job WHERE name = ?1", ReadJob, name);

    /// <summary>Jobs by name, after a name.</summary>
    public List<JobRecord> Jobs(string after, int limit) => session.Query(
        "SELECT name, document, created, modified FROM glue_job WHERE name > ?1 ORDER BY name LIMIT ?2", ReadJob, after, limit);

    public void Save(JobRecord job) => session.Execute(
        """
        INSERT INTO glue_job (name, document, created, modified) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (name) DO UPDATE SET document = ?2, modified = ?4
        """,
        job.Name, job.Document.ToJsonString(), job.Created, Now);

    /// <summary>Removes a job; its runs stay readable as long as their job is not required.</summary>
    public void Delete(string name)
    {
        foreach (var run in UnendedRuns(name).Where(run => run.Completed is not null)) SetState(run, run.State, run.Message);
        session.Execute("DELETE FROM glue_job WHERE name = ?1", name);
        session.Execute("DELETE FROM glue_job_bookmark WHERE job_name = ?1", name);
        session.Execute("DELETE FROM glue_job_run WHERE job_name = ?1 AND completed IS NOT NULL", name);
    }

    public JobRunRecord? FindRun(string id) => session.First($"SELECT {RunColumns} FROM glue_job_run WHERE id = ?1", ReadRun, id);

    /// <summary>The runs of a job, the latest first, before a number.</summary>
    public List<JobRunRecord> Runs(string jobName, long before, int limit) => session.Query(
        $"SELECT {RunColumns} FROM glue_job_run WHERE job_name = ?1 AND number < ?2 ORDER BY number DESC LIMIT ?3", ReadRun, jobName,
            before, limit);

    /// <summary>Every run of a job that has not ended.</summary>
    public List<JobRunRecord> ActiveRuns(string jobName) => UnendedRuns(jobName).FindAll(run => run.Completed is null);

    /// <summary>Every run whose end is not stored, of one job or of all: active, or lost with its process.</summary>
    public List<JobRunRecord> UnendedRuns(string? jobName = null) => session.Query(
        $"SELECT {RunColumns} FROM glue_job_run WHERE completed IS NULL AND (?1 IS NULL OR job_name = ?1)", ReadRun, jobName);

    public void Add(JobRunRecord run) => session.Execute(
        """
        INSERT INTO glue_job_run (id, job_name, attempt, previous_id, state, document, host, started, modified)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)
        """,
        run.Id, run.JobName, run.Attempt, run.PreviousId, run.State, run.Document.ToJsonString(), run.Host, Now);

    /// <summary>Moves a run to a state; an end also notes when, how long it ran, and why.</summary>
    public void SetState(JobRunRecord run, string state, string? message = null)
    {
        long? completed = JobRunState.IsEnd(state) ? Now : null;
        session.Execute(
            "UPDATE glue_job_run SET state = ?2, modified = ?3, completed = ?4, execution_seconds = ?5, message = ?6 WHERE id = ?1",
            run.Id, state, Now, completed, completed is null ? 0 : (Now - run.Started) / 1000, message);
    }

    private static JobRecord ReadJob(SqliteDataReader row) => new(
        row.GetString(0), JsonNode.Parse(row.GetString(1))!.AsObject(), row.GetInt64(2), row.GetInt64(3));

    private static JobRunRecord ReadRun(SqliteDataReader row)
    {
        var run = ToRun(row);
        return run.Completed is not null || HostProcess.IsAlive(run.Host) ? run : Lost(run);
    }

    // A killed process could not store the end of its run. Its last change is the last time at which it certainly ran.
    private static JobRunRecord Lost(JobRunRecord run) => run with
    {
        State = run.State == JobRunState.Stopping ? JobRunState.Stopped : JobRunState.Failed,
        Completed = run.Modified,
        ExecutionSeconds = (run.Modified - run.Started) / 1000,
        Message = run.State == JobRunState.Stopping ? null : "The process that hosted the embedded lake ended before the run did.",
    };

    private static JobRunRecord ToRun(SqliteDataReader row) => new()
    {
        Number = row.GetInt64(0),
        Id = row.GetString(1),
        JobName = row.GetString(2),
        Attempt = row.GetInt32(3),
        PreviousId = row.IsDBNull(4) ? null : row.GetString(4),
        State = row.GetString(5),
        Document = JsonNode.Parse(row.GetString(6))!.AsObject(),
        Host = row.GetString(7),
        Started = row.GetInt64(8),
        Modified = row.GetInt64(9),
        Completed = row.IsDBNull(10) ? null : row.GetInt64(10),
        ExecutionSeconds = row.GetInt64(11),
        Message = row.IsDBNull(12) ? null : row.GetString(12),
    };
}
