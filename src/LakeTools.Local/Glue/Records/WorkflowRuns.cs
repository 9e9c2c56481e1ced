using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Glue.Jobs;
using LakeTools.Local.Glue.Jobs.Operations;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Records;

/// <summary>
/// Runs of workflows: one starts the jobs of the workflow's triggers on demand, and is over when they are. Other triggers start nothing.
/// </summary>
/// <param name="jobs">Runs jobs.</param>
internal sealed class WorkflowRuns(JobRunOperations jobs)
{
    private const string Jobs = "Jobs";
    private const string Properties = "WorkflowRunProperties";
    private const string Stopped = "Stopped";

    public JsonObject Start(ApiCall call)
    {
        var workflow = WorkflowOperations.Existing(call, call.Input.Required("Name"));
        var last = Last(call, workflow.Name);
        if (workflow.Document.Number("MaxConcurrentRuns") is { } most
            && Store(call).Under(workflow.Name + "/").Count(run => Status(call, run) == "RUNNING") >= most)
            throw new ApiException("ConcurrentRunsExceededException", $"Concurrent runs exceeded for {workflow.Name}");
        var properties = workflow.Document["DefaultRunProperties"]?.DeepClone().AsObject() ?? [];
        foreach (var (key, value) in call.Input["RunProperties"] as JsonObject ?? []) properties[key] = value?.DeepClone();
        var started = new JsonArray();
        foreach (var trigger in TriggerOperations.OfWorkflow(call, workflow.Name))
        {
            foreach (var (job, run) in TriggerOperations.StartJobs(jobs, call, trigger))
                started.Add(new JsonObject { ["JobName"] = job, ["RunId"] = run });
        }

        var id = "wr_" + RandomNumberGenerator.GetHexString(64, lowercase: true);
        var document = new JsonObject { ["Id"] = id, [Jobs] = started, [Properties] = properties }
            .With("PreviousRunId", last?.Document.Text("Id"));

        // By time, and then by chance.
        Store(call).Add($"{workflow.Name}/{call.Lake.Clock.Now():x16}-{id}", document, null);
        return new JsonObject { ["RunId"] = id };
    }

    public JsonObject Get(ApiCall call) => new() { ["Run"] = ToWire(call, Existing(call)) };

    public JsonObject GetAll(ApiCall call)
    {
        var workflow = WorkflowOperations.Existing(call, call.Input.Required("Name"));
        var (page, next) = Store(call).Page(run => ToWire(call, run), workflow.Name + "/");
        return new JsonObject { ["Runs"] = page }.With("NextToken", next);
    }

    public JsonObject Stop(ApiCall call)
    {
        var run = Existing(call);
        if (Status(call, run) != "RUNNING")
            throw new ApiException("IllegalWorkflowStateException", $"Workflow run {run.Document.Text("Id")} is not running.");
        foreach (var job in run.Document.Items(Jobs).GroupBy(job => job.Required("JobName")))
        {
            jobs.Stop(call with
            {
                Input = new JsonObject { ["JobName"] = job.Key, ["JobRunIds"] = job.Select(one => one.Required("RunId")).ToJsonArray() },
            });
        }

        run.Document[Stopped] = call.Lake.Clock.Now();
        Store(call).Save(run);
        return [];
    }

    public static JsonObject GetProperties(ApiCall call) => new() { ["RunProperties"] = Existing(call).Document[Properties]!.DeepClone() };

    public static JsonObject PutProperties(ApiCall call)
    {
        var run = Existing(call);
        foreach (var (key, value) in call.Input["RunProperties"]!.AsObject()) run.Document[Properties]![key] = value?.DeepClone();
        Store(call).Save(run);
        return [];
    }

    /// <summary>The last run of a workflow; null for none.</summary>
    public static GlueRecord? Last(ApiCall call, string workflow) => Store(call).Under(workflow + "/").LastOrDefault();

    /// <summary>All runs, under the names of their workflows.</summary>
    public static RecordStore Store(ApiCall call) => new(call, "workflowRun");

    public JsonObject ToWire(ApiCall call, GlueRecord run)
    {
        var states = States(call, run);
        var workflow = run.Name[..run.Name.LastIndexOf('/')];
        var answer = new JsonObject
        {
            ["Name"] = workflow,
            ["WorkflowRunId"] = run.Document.Text("Id"),
            [Properties] = run.Document[Properties]!.DeepClone(),
            ["StartedOn"] = EpochTime.ToWire(run.Created),
            ["Status"] = Status(call, run),
            ["Statistics"] = new JsonObject
            {
                ["TotalActions"] = states.Count,
                ["TimeoutActions"] = states.Count(state => state.State == JobRunState.TimedOut),
                ["FailedActions"] = states.Count(state => state.State == JobRunState.Failed),
                ["StoppedActions"] = states.Count(state => state.State == JobRunState.Stopped),
                ["SucceededActions"] = states.Count(state => state.State == JobRunState.Succeeded),
                ["RunningActions"] = states.Count(state => state.Completed is null),
            },
        };
        var end = run.Document.Number(Stopped) ?? (states.Exists(state => state.Completed is null) ? null
            : states.Select(state => state.Completed).Append(run.Created).Max());
        return answer
            .With("PreviousRunId", run.Document.Text("PreviousRunId"))
            .With("CompletedOn", EpochTime.ToWire(end))
            .With("Graph", call.Input.Flag("IncludeGraph") ? WorkflowGraph.Of(call, workflow) : null);
    }

    private static GlueRecord Existing(ApiCall call)
    {
        var (workflow, id) = (WorkflowOperations.Existing(call, call.Input.Required("Name")), call.Input.Required("RunId"));
        return Store(call).Under(workflow.Name + "/").Find(run => run.Document.Text("Id") == id)
            ?? throw new ApiException("EntityNotFoundException", "Entity not found");
    }

    private static string Status(ApiCall call, GlueRecord run) => run.Document[Stopped] is not null ? "STOPPED"
        : States(call, run).Exists(state => state.Completed is null) ? "RUNNING" : "COMPLETED";

    private static List<(string State, long? Completed)> States(ApiCall call, GlueRecord run)
    {
        var repository = new JobRepository(call.Session, call.Lake);
        return [.. run.Document.Items(Jobs)
            .Select(job => repository.FindRun(job.Required("RunId")))
            .OfType<JobRunRecord>()
            .Select(job => (job.State, job.Completed))];
    }
}
