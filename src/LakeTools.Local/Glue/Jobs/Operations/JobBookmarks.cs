using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Jobs.Operations;

/// <summary>Job bookmarks, as records: the embedded lake runs no Spark that would keep one, so they are read and reset only.</summary>
internal static class JobBookmarks
{
    public static JsonObject Get(ApiCall call) => new() { ["JobBookmarkEntry"] = Entry(call) };

    public static JsonObject Reset(ApiCall call)
    {
        JobOperations.Existing(new JobRepository(call.Session, call.Lake), call.Input.Required("JobName"));
        call.Session.Execute(
            """
            INSERT INTO glue_job_bookmark (job_name, version, run, attempt, run_id) VALUES (?1, 0, 0, 0, ?2)
            ON CONFLICT (job_name) DO UPDATE SET version = version + 1, run = 0, attempt = 0, run_id = ?2
            """, call.Input.Required("JobName"), call.Input.Text("RunId"));
        return new JsonObject { ["JobBookmarkEntry"] = Entry(call) };
    }

    private static JsonObject Entry(ApiCall call)
    {
        var name = call.Input.Required("JobName");
        return call.Session.First("SELECT version, run, attempt, run_id FROM glue_job_bookmark WHERE job_name = ?1",
            row => new JsonObject
            {
                ["JobName"] = name,
                ["Version"] = row.GetInt64(0),
                ["Run"] = row.GetInt64(1),
                ["Attempt"] = row.GetInt64(2),
                ["JobBookmark"] = "{}",
            }.With("RunId", row.IsDBNull(3) ? null : row.GetString(3)), name)
            ?? throw new ApiException("EntityNotFoundException", $"Continuation for job {name} not found");
    }
}
