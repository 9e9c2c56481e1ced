using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Glue.Jobs;
using LakeTools.Local.Glue.Jobs.Operations;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Records;

/// <summary>
/// Triggers. Those on demand start their jobs; schedules, conditions and events are stored and returned, and start nothing.
/// </summary>
internal sealed class TriggerOperations(JobRunOperations runs)
{
    private const string OnDemand = "ON_DEMAND";

    private const string WorkflowName = "WorkflowName";
    private static readonly string[] s_definition = ["Description", "Schedule", "Actions", "Predicate", "EventBatchingCondition"];
    private static readonly string[] s_runMembers = ["JobName", "Arguments", "Timeout", "SecurityConfiguration", "NotificationProperty"];

    public static JsonObject Create(ApiCall call)
    {
        var (name, type) = (call.Input.Required("Name"), call.Input.Required("Type"));
        if (call.Input.Text(WorkflowName) is { } workflow) new RecordStore(call, "workflow").Existing(workflow);
        var starts = call.Input.Flag("StartOnCreation");
        if (starts && type == OnDemand) throw Invalid("StartOnCreation is not supported for ON_DEMAND triggers.");
        var document = Definition(call, call.Input, type);
        document["Type"] = type;
        document["State"] = starts ? "ACTIVATED" : "CREATED";
        document.With(WorkflowName, call.Input.Text(WorkflowName));
        Triggers(call).Add(name, document, call.Input["Tags"] as JsonObject);
        return new JsonObject { ["Name"] = name };
    }

    public static JsonObject Get(ApiCall call) => new() { ["Trigger"] = ToWire(Triggers(call).Existing(call.Input.Required("Name"))) };

    public static JsonObject GetAll(ApiCall call)
    {
        var isWanted = OfJob(call);
        var (page, next) = Triggers(call).Page(trigger => isWanted(trigger) ? ToWire(trigger) : null);
        return new JsonObject { ["Triggers"] = page }.With("NextToken", next);
    }

    public static JsonObject List(ApiCall call)
    {
        var (triggers, isWanted) = (Triggers(call), OfJob(call));
        var (page, next) = triggers.Page(trigger => isWanted(trigger) && triggers.HasTags(trigger.Name) ? trigger.Name : null);
        return new JsonObject { ["TriggerNames"] = page }.With("NextToken", next);
    }

    public static JsonObject BatchGet(ApiCall call)
    {
        var triggers = Triggers(call);
        var found = call.Input.Texts("TriggerNames")!.Select(name => (Name: name, Trigger: triggers.Find(name))).ToList();
        return new JsonObject
        {
            ["Triggers"] = found.Where(item => item.Trigger is not null).Select(item => ToWire(item.Trigger!)).ToJsonArray(),
            ["TriggersNotFound"] = found.Where(item => item.Trigger is null).Select(item => item.Name).ToJsonArray(),
        };
    }

    /// <summary>Replaces the whole definition, as the API reference says.</summary>
    public static JsonObject Update(ApiCall call)
    {
        var triggers = Triggers(call);
        var trigger = triggers.Existing(call.Input.Required("Name"));
        var type = trigger.Document.Required("Type");
        var update = call.Input["TriggerUpdate"]!.AsObject();
        var document = Definition(call, update, type);
        document["Type"] = type;
        document["State"] = trigger.Document.Required("State");
        document.With(WorkflowName, trigger.Document.Text(WorkflowName));
        return new JsonObject { ["Trigger"] = ToWire(triggers.Save(trigger with { Document = document })) };
    }

    /// <summary>Removing what is not there succeeds, as in Glue.</summary>
    public static JsonObject Delete(ApiCall call)
    {
        Triggers(call).Remove(call.Input.Required("Name"));
        return new JsonObject { ["Name"] = call.Input.Required("Name") };
    }

    public JsonObject Start(ApiCall call)
    {
        var triggers = Triggers(call);
        var trigger = triggers.Existing(call.Input.Required("Name"));
        if (trigger.Document.Required("Type") == OnDemand)
        {
            StartJobs(runs, call, trigger);
        }
        else
        {
            Move(triggers, trigger, "ACTIVATED");
        }

        return new JsonObject { ["Name"] = trigger.Name };
    }

    public static JsonObject Stop(ApiCall call)
    {
        var triggers = Triggers(call);
        var trigger = triggers.Existing(call.Input.Required("Name"));
        if (trigger.Document.Required("Type") == OnDemand) throw Invalid("ON_DEMAND triggers cannot be stopped.");
        Move(triggers, trigger, "DEACTIVATED");
        return new JsonObject { ["Name"] = trigger.Name };
    }

    /// <summary>The triggers of a workflow.</summary>
    public static IEnumerable<GlueRecord> OfWorkflow(ApiCall call, string workflow) =>
        Triggers(call).All().Where(trigger => trigger.Document.Text(WorkflowName) == workflow);

    /// <summary>Starts the jobs of a trigger on demand; any other starts nothing here.</summary>
    /// <returns>The jobs, and the ids of their runs.</returns>
    public static List<(string Job, string Run)> StartJobs(JobRunOperations runs, ApiCall call, GlueRecord trigger)
    {
        var started = new List<(string, string)>();
        if (trigger.Document.Required("Type") != OnDemand) return started;
        foreach (var action in trigger.Document.Items("Actions").Where(action => action["JobName"] is not null))
        {
            var run = new JsonObject();
            foreach (var member in s_runMembers) run.With(member, action[member]?.DeepClone());
            started.Add((action.Required("JobName"), runs.Start(call with { Input = run }, trigger.Name).Required("JobRunId")));
        }

        return started;
    }

    /// <summary>A trigger as it is answered.</summary>
    public static JsonObject ToWire(GlueRecord trigger)
    {
        var answer = trigger.Document.DeepClone().AsObject();
        answer["Name"] = trigger.Name;
        return answer;
    }

    private static RecordStore Triggers(ApiCall call) => new(call, "trigger");

    private static void Move(RecordStore triggers, GlueRecord trigger, string state)
    {
        trigger.Document["State"] = state;
        triggers.Save(trigger);
    }

    private static JsonObject Definition(ApiCall call, JsonObject input, string type)
    {
        if (type == "SCHEDULED" && string.IsNullOrEmpty(input.Text("Schedule"))) throw Invalid("A SCHEDULED trigger needs a Schedule.");
        Schedules.Check(input.Text("Schedule"));
        TriggerPredicate.Check(call, type, input["Predicate"] as JsonObject);
        if (!input.Items("Actions").Any()) throw Invalid("A trigger needs an action.");
        foreach (var action in input.Items("Actions")) Check(call, action);
        var document = new JsonObject();
        foreach (var member in s_definition) document.With(member, input[member]?.DeepClone());
        return document;
    }

    private static void Check(ApiCall call, JsonObject action)
    {
        var (job, crawler) = (action.Text("JobName"), action.Text("CrawlerName"));
        if ((job is null) == (crawler is null)) throw Invalid("An action names either a job or a crawler.");
        RequireExisting(call, job, crawler);
    }

    /// <summary>Refuses names of jobs and crawlers that do not exist.</summary>
    public static void RequireExisting(ApiCall call, string? job, string? crawler)
    {
        if (job is not null) JobOperations.Existing(new JobRepository(call.Session, call.Lake), job);
        if (crawler is not null) new RecordStore(call, "crawler").Existing(crawler);
    }

    /// <summary>The triggers that can start the job; all if there are none, as in the API reference.</summary>
    private static Func<GlueRecord, bool> OfJob(ApiCall call)
    {
        if (call.Input.Text("DependentJobName") is not { } job || !Triggers(call).All().Any(Starts)) return _ => true;
        return Starts;
        bool Starts(GlueRecord trigger) => trigger.Document.Items("Actions").Any(action => action.Text("JobName") == job);
    }

    private static ApiException Invalid(string message) => new("InvalidInputException", message);
}
