using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Context;
using LakeTools.Local.Iam;
using LakeTools.Local.Jobs;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Jobs.Operations;

/// <summary>
/// Job runs: StartJobRun, GetJobRun, GetJobRuns, BatchStopJobRun. The runner carries them out once their call is committed.
/// </summary>
internal sealed class JobRunOperations(JobRunner runner)
{
    private const int DefaultPage = 100;
    private static readonly string[] s_runSettings =
        ["Timeout", "MaxCapacity", "SecurityConfiguration", "NotificationProperty", "WorkerType", "NumberOfWorkers", "ExecutionClass",
        "JobRunQueuingEnabled", JobRules.SessionPolicy];

    private static readonly string[] s_shown =
    [
        "Arguments", "Timeout", "MaxCapacity", "SecurityConfiguration", "NotificationProperty", "WorkerType", "NumberOfWorkers",
            "ExecutionClass", JobRules.SessionPolicy,
        "GlueVersion", "JobMode", "JobRunQueuingEnabled", "MaintenanceWindow", "TriggerName",
    ];

    public JsonObject Start(ApiCall call) => Start(call, triggerName: null);

    /// <summary>Starts a run, for a trigger where its name is given.</summary>
    public JsonObject Start(ApiCall call, string? triggerName)
    {
        var jobs = new JobRepository(call.Session, call.Lake);
        var job = jobs.Find(call.Input.Required("JobName"))
            ?? throw new ApiException("EntityNotFoundException", "Failed to start job run due to missing metadata");
        PassedRole.RequireForGlue(call.Session, call.Lake.AccountId, job.Document.Required("Role"));
        JobRules.CheckRun(call.Input, job.Document["Command"]!.AsObject().Text("Name") ?? "", job.Document.Text("GlueVersion"));
        var limit = (job.Document["ExecutionProperty"] as JsonObject)?.Number("MaxConcurrentRuns") ?? 1;
        if (jobs.ActiveRuns(job.Name).Count >= limit)
            throw new ApiException("ConcurrentRunsExceededException", $"Concurrent runs exceeded for {job.Name}");

        var previous = call.Input.Text("JobRunId");
        if (previous is not null && jobs.FindRun(previous)?.JobName != job.Name) throw JobRules.NotFound($"Job run {previous}");
        JobRules.TakeAllocated(call.Input);
        if (call.Input.Text(JobRules.SessionPolicy) is { } policy && PolicyDocument.Fault(policy, PolicyKind.Identity) is { } fault)
            throw JobRules.InvalidInput($"{JobRules.SessionPolicy} is not a valid policy: {fault}.");
        var document = job.Document.DeepClone().AsObject();
        foreach (var setting in s_runSettings)
            if (call.Input[setting] is { } given) document[setting] = given.DeepClone();
        if (call.Input["WorkerType"] is not null) document.Remove("MaxCapacity");
        document["Arguments"] = call.Input["Arguments"]?.DeepClone() ?? new JsonObject();
        document.With("TriggerName", triggerName);

        var run = new JobRunRecord
        {
            Id = "jr_" + Convert.ToHexString(RandomNumberGenerator.GetBytes(32)).ToLowerInvariant(),
            JobName = job.Name,
            PreviousId = previous,
            State = JobRunState.Starting,
            Document = document,
            Host = HostProcess.Current,
            Started = jobs.Now,
            Modified = jobs.Now,
        };
        jobs.Add(run);
        runner.Schedule(run.Id);
        return new JsonObject { ["JobRunId"] = run.Id };
    }

    public static JsonObject Get(ApiCall call)
    {
        var jobs = new JobRepository(call.Session, call.Lake);
        return new JsonObject { ["JobRun"] = ToWire(Existing(jobs, call.Input.Required("JobName"), call.Input.Required("RunId"))) };
    }

    public static JsonObject GetAll(ApiCall call)
    {
        var jobs = new JobRepository(call.Session, call.Lake);
        var job = JobOperations.Existing(jobs, call.Input.Required("JobName"));
        var page = new Page(call.Input, PageForm.Glue, call.Operation, DefaultPage);
        var (runs, next) = page.Cut(jobs.Runs(job.Name, page.AfterNumber(long.MaxValue), page.Size + 1), run => run.Number);
        return new JsonObject { ["JobRuns"] = runs.Select(ToWire).ToJsonArray() }.With("NextToken", next);
    }

    public JsonObject Stop(ApiCall call)
    {
        var jobs = new JobRepository(call.Session, call.Lake);
        var name = call.Input.Required("JobName");
        var stopped = new JsonArray();
        var errors = new JsonArray();
        foreach (var id in call.Input.Texts("JobRunIds")!)
        {
            var run = jobs.FindRun(id);
            var fault = run?.JobName != name ? JobRules.NotFound($"Job run {id}")
                : JobRunState.IsEnd(run.State) ? JobRules.InvalidInput($"Job run {id} is in state {run.State} and cannot be stopped.")
                : null;
            if (fault is not null)
            {
                errors.Add(new JsonObject
                {
                    ["JobName"] = name,
                    ["JobRunId"] = id,
                    ["ErrorDetail"] = new JsonObject { ["ErrorCode"] = fault.Code, ["ErrorMessage"] = fault.Message },
                });
                continue;
            }

            jobs.SetState(run!, JobRunState.Stopping);
            runner.Stop(id);
            stopped.Add(new JsonObject { ["JobName"] = name, ["JobRunId"] = id });
        }

        return new JsonObject { ["SuccessfulSubmissions"] = stopped, ["Errors"] = errors };
    }

    private static JobRunRecord Existing(JobRepository jobs, string jobName, string id) =>
        jobs.FindRun(id) is { } run && run.JobName == jobName ? run : throw JobRules.NotFound($"Job run {id}");

    private static JsonObject ToWire(JobRunRecord run)
    {
        var output = new JsonObject
        {
            ["Id"] = run.Id,
            ["Attempt"] = run.Attempt,
            ["JobName"] = run.JobName,
            ["JobRunState"] = run.State,
            ["StartedOn"] = EpochTime.ToWire(run.Started),
            ["LastModifiedOn"] = EpochTime.ToWire(run.Modified),
            ["ExecutionTime"] = run.ExecutionSeconds,
            ["PredecessorRuns"] = new JsonArray(),
            ["LogGroupName"] = JobLogGroups.Of(run),
        };
        var document = JobRules.WithCapacity(run.Document.DeepClone().AsObject());
        foreach (var member in s_shown) output.With(member, document[member]?.DeepClone());
        return output
            .With("AllocatedCapacity", document["AllocatedCapacity"]?.DeepClone())
            .With("PreviousRunId", run.PreviousId)
            .With("CompletedOn", EpochTime.ToWire(run.Completed))
            .With("ErrorMessage", run.Message);
    }
}
