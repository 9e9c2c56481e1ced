using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Identity;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Records;

/// <summary>A workflow as nodes and edges: from triggers to what they start, and from what they wait for to the triggers.</summary>
internal static class WorkflowGraph
{
    public static JsonObject Of(ApiCall call, string workflow)
    {
        var nodes = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        var edges = new JsonArray();
        foreach (var trigger in TriggerOperations.OfWorkflow(call, workflow))
        {
            var id = Node("TRIGGER", trigger.Name);
            nodes[id]["TriggerDetails"] = new JsonObject { ["Trigger"] = TriggerOperations.ToWire(trigger) };
            foreach (var action in trigger.Document.Items("Actions")) Edge(id, Part(action));
            foreach (var condition in (trigger.Document["Predicate"] as JsonObject)?.Items("Conditions") ?? []) Edge(Part(condition), id);
        }

        return new JsonObject { ["Nodes"] = nodes.Values.ToJsonArray(), ["Edges"] = edges };

        string Part(JsonObject named) =>
            named.Text("JobName") is { } job ? Node("JOB", job) : Node("CRAWLER", named.Required("CrawlerName"));

        string Node(string type, string name)
        {
            var id = PrincipalArn.UniqueId("wnode_", $"{workflow}/{type}/{name}");
            nodes.TryAdd(id, new JsonObject { ["Type"] = type, ["Name"] = name, ["UniqueId"] = id });
            return id;
        }

        void Edge(string from, string to) => edges.Add(new JsonObject { ["SourceId"] = from, ["DestinationId"] = to });
    }
}
