using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Records;

/// <summary>Workflows: a name for triggers, and properties that their runs share.</summary>
/// <param name="runs">Their runs.</param>
internal sealed class WorkflowOperations(WorkflowRuns runs)
{
    private static readonly string[] s_definition = ["Description", "DefaultRunProperties", "MaxConcurrentRuns"];

    public static JsonObject Create(ApiCall call)
    {
        var (name, document) = (call.Input.Required("Name"), new JsonObject());
        foreach (var member in s_definition) document.With(member, call.Input[member]?.DeepClone());
        Store(call).Add(name, document, call.Input["Tags"] as JsonObject);
        return new JsonObject { ["Name"] = name };
    }

    public JsonObject Get(ApiCall call) => new() { ["Workflow"] = ToWire(call, Existing(call, call.Input.Required("Name"))) };

    public JsonObject BatchGet(ApiCall call)
    {
        var found = call.Input.Texts("Names")!.Select(name => (Name: name, Workflow: Store(call).Find(name))).ToList();
        return new JsonObject
        {
            ["Workflows"] = found.Where(item => item.Workflow is not null).Select(item => ToWire(call, item.Workflow!)).ToJsonArray(),
            ["MissingWorkflows"] = found.Where(item => item.Workflow is null).Select(item => item.Name).ToJsonArray(),
        };
    }

    public static JsonObject List(ApiCall call)
    {
        var (page, next) = Store(call).Page(workflow => workflow.Name);
        return new JsonObject { ["Workflows"] = page }.With("NextToken", next);
    }

    /// <summary>Changes what is named and leaves the rest.</summary>
    public static JsonObject Update(ApiCall call)
    {
        var workflow = Existing(call, call.Input.Required("Name"));
        foreach (var member in s_definition)
            if (call.Input[member] is { } value) workflow.Document[member] = value.DeepClone();
        Store(call).Save(workflow);
        return new JsonObject { ["Name"] = workflow.Name };
    }

    /// <summary>Removing what is not there succeeds, as for triggers.</summary>
    public static JsonObject Delete(ApiCall call)
    {
        var name = call.Input.Required("Name");
        Store(call).Remove(name);
        foreach (var run in WorkflowRuns.Store(call).Under(name + "/")) WorkflowRuns.Store(call).Remove(run.Name);
        return new JsonObject { ["Name"] = name };
    }

    /// <summary>The workflow of that name.</summary>
    public static GlueRecord Existing(ApiCall call, string name) => Store(call).Find(name)
        ?? throw new ApiException("EntityNotFoundException", "Entity not found");

    private static RecordStore Store(ApiCall call) => new(call, "workflow");

    private JsonObject ToWire(ApiCall call, GlueRecord workflow)
    {
        var answer = workflow.Document.DeepClone().AsObject();
        answer["Name"] = workflow.Name;
        answer["CreatedOn"] = EpochTime.ToWire(workflow.Created);
        answer["LastModifiedOn"] = EpochTime.ToWire(workflow.Updated);
        return answer
            .With("LastRun", WorkflowRuns.Last(call, workflow.Name) is { } last ? runs.ToWire(call, last) : null)
            .With("Graph", call.Input.Flag("IncludeGraph") ? WorkflowGraph.Of(call, workflow.Name) : null);
    }
}
