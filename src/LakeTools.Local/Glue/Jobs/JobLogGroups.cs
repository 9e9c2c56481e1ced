using System.Text.Json.Nodes;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Jobs;

/// <summary>
/// The log groups of a run: <c>/aws-glue/python-jobs/output</c> and <c>/error</c>, or <c>/aws-glue/jobs/…</c> for Spark; the stream is
/// the run's id.
/// </summary>
internal static class JobLogGroups
{
    /// <summary>The stem that GetJobRun tells.</summary>
    public static string Of(JobRunRecord run) =>
        (run.Document["Command"] as JsonObject)?.Text("Name") == JobRules.PythonShell ? "/aws-glue/python-jobs" : "/aws-glue/jobs";

    public static string Output(JobRunRecord run) => Of(run) + "/output";

    public static string Error(JobRunRecord run) => Of(run) + "/error";
}
