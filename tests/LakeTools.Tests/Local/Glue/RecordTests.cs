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

    [Theory]
    [InlineData("SparkProperties")]
    [InlineData("AthenaProperties")]
    [InlineData("PythonProperties")]
    public void Passwords_for_a_compute_environment_are_sealed_and_hidden(string member)
    {
        var properties = new Dictionary<string, string> { ["password"] = "s3cret-1", ["DB_PASSWORD"] = "s3cret-2", ["url"] = "u" };
        _glue.Call("CreateConnection", new
        {
            ConnectionInput = new Dictionary<string, object>
            {
                ["Name"] = "c",
                ["ConnectionType"] = "JDBC",
                ["ConnectionProperties"] = new Dictionary<string, string> { ["PASSWORD"] = "s3cret-3" },
                [member] = properties,
            },
        });
        var stored = _lake.Lake.Instance.Store.Read(session => session.Scalar<string>("SELECT document FROM glue_record WHERE name = 'c'"));
        Assert.DoesNotContain("s3cret", stored, StringComparison.Ordinal);
        var shown = _glue.Call("GetConnection", new { Name = "c" })["Connection"]!;
        Assert.Equal(properties, shown[member]!.AsObject().ToDictionary(pair => pair.Key, pair => (string)pair.Value!));
        var environment = member[..^"Properties".Length].ToUpperInvariant();
        var hidden = _glue.Call("GetConnection",
            new { Name = "c", HidePassword = true, ApplyOverrideForComputeEnvironment = environment })["Connection"]!;
        Assert.DoesNotContain("s3cret", hidden.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("u", (string?)hidden[member]!["url"]);
        Assert.DoesNotContain("s3cret", _glue.Call("GetConnections", new { HidePassword = true }).ToJsonString(), StringComparison.Ordinal);
    }

    /// <summary>A lake of an earlier version has these passwords as they were given.</summary>
    [Fact]
    public void Passwords_that_an_earlier_version_did_not_seal_are_read()
    {
        _lake.Lake.Instance.Store.Write(session => session.Execute(
            "INSERT INTO glue_record (kind, name, document, created, updated) VALUES ('connection', 'c', ?1, 0, 0)",
            """{"ConnectionType":"JDBC","ConnectionProperties":{},"SparkProperties":{"password":"s3cret"}}"""));
        Assert.Equal("s3cret", (string?)_glue.Call("GetConnection", new { Name = "c" })["Connection"]!["SparkProperties"]!["password"]);
        var hidden = _glue.Call("GetConnection", new { Name = "c", HidePassword = true })["Connection"]!;
        Assert.Empty(hidden["SparkProperties"]!.AsObject());
    }

    public void Dispose() => _lake.Dispose();
}
