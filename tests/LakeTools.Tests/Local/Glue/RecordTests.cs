using LakeTools.Local.Glue;

namespace LakeTools.Tests.Local.Glue;

/// <summary>Workflows, connections, triggers and crawlers as the catalog keeps them.</summary>
public sealed class RecordTests : IDisposable
{
    private readonly TestLake _lake = new();
    private readonly ApiDriver _glue;

    public RecordTests() => _glue = new ApiDriver(_lake, new GlueApi());

    [Fact]
    public void Runs_of_a_workflow_are_not_those_of_one_whose_name_goes_on_after_a_slash()
    {
        foreach (var name in new[] { "a", "a/b" }) _glue.Call("CreateWorkflow", new { Name = name });
        var run = Start("a/b");
        Assert.Empty(Runs("a"));
        Assert.Null(_glue.Call("GetWorkflow", new { Name = "a" })["Workflow"]!["LastRun"]);
        Assert.Equal("EntityNotFoundException", _glue.Refused("GetWorkflowRun", new { Name = "a", RunId = run }));
        var own = Start("a");
        Assert.Equal([own], Runs("a"));
        _glue.Call("DeleteWorkflow", new { Name = "a" });
        Assert.Equal([run], Runs("a/b"));

        string? Start(string name) => (string?)_glue.Call("StartWorkflowRun", new { Name = name })["RunId"];
        IEnumerable<string?> Runs(string name) => _glue.Call("GetWorkflowRuns", new { Name = name })["Runs"]!.AsArray()
            .Select(item => (string?)item!["WorkflowRunId"]);
    }

    public void Dispose() => _lake.Dispose();
}
