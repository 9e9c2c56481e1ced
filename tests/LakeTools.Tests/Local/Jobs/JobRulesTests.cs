using System.Text.Json.Nodes;
using LakeTools.Local.Glue;

namespace LakeTools.Tests.Local.Jobs;

/// <summary>Bounds and defaults of a job. Source: API reference, CreateJob and StartJobRun.</summary>
public sealed class JobRulesTests : IDisposable
{
    private readonly TestLake _lake = new();
    private readonly ApiDriver _glue;

    public JobRulesTests() => _glue = new ApiDriver(_lake, new GlueApi());

    [Theory]
    [InlineData("glueetl", null, "480")]
    [InlineData("glueetl", "5.0", "480")]
    [InlineData("gluestreaming", "5.1", "480")]
    [InlineData("glueetl", "4.0", "2880")]
    [InlineData("glueetl", "0.9", "2880")]
    [InlineData("pythonshell", null, "2880")]
    public void The_timeout_of_a_job_without_one_is_that_of_its_version(string command, string? version, string expected)
    {
        Create(command, new() { ["GlueVersion"] = version });
        Assert.Equal(expected, _glue.Call("GetJob", new { JobName = "j" })["Job"]!["Timeout"]!.ToString());
    }

    public static TheoryData<string, string, JsonNode> Refused => new()
    {
        { "pythonshell", "Timeout", 10081 },
        { "pythonshell", "MaxCapacity", 5.0 },
        { "pythonshell", "MaxCapacity", 0.5 },
        { "glueetl", "MaxCapacity", 0.5 },
        { "glueetl", "MaxCapacity", 1 },
        { "glueetl", "MaxCapacity", 2.5 },
        { "glueetl", "MaxCapacity", 101 },
        { "glueetl", "NumberOfWorkers", -3 },
        { "glueetl", "NumberOfWorkers", 0 },
        { "pythonshell", "MaxConcurrentRuns", 0 },
        { "pythonshell", "MaxRetries", -1 },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_a_job_cannot_have_is_refused(string command, string member, JsonNode value)
    {
        Assert.Equal("InvalidInputException", _glue.Refused("CreateJob", Job(command, Settings(member, value))));
        Create(command, []);
        var update = Job(command, Settings(member, value));
        update.Remove("Name");
        Assert.Equal("InvalidInputException", _glue.Refused("UpdateJob", new { JobName = "j", JobUpdate = update }));
        if (member is "MaxConcurrentRuns" or "MaxRetries") return;
        var run = Settings(member, value);
        run["JobName"] = "j";
        Assert.Equal("InvalidInputException", _glue.Refused("StartJobRun", run));
    }

    /// <summary>Source: API reference, CreateJob, and developer guide, Glue versions.</summary>
    [Theory]
    [InlineData("glueetl", "GlueVersion", "6.0")]
    [InlineData("pythonshell", "GlueVersion", "9.9")]
    [InlineData("pythonshell", "ExecutionClass", "FLEX")]
    [InlineData("gluestreaming", "ExecutionClass", "FLEX")]
    [InlineData(null, "Description", "d")]
    public void A_command_or_version_that_cannot_be_is_refused(string? command, string member, string value)
    {
        var job = Job(command, new() { [member] = value });
        Assert.Equal("InvalidInputException", _glue.Refused("CreateJob", job));
        Create("glueetl", []);
        job.Remove("Name");
        Assert.Equal("InvalidInputException", _glue.Refused("UpdateJob", new { JobName = "j", JobUpdate = job }));
    }

    [Theory]
    [InlineData("2.0", false)]
    [InlineData("3.0", true)]
    [InlineData(null, true)]
    public void A_flexible_job_or_run_is_of_version_3_or_later(string? version, bool isGood)
    {
        var job = Job("glueetl", new() { ["GlueVersion"] = version, ["ExecutionClass"] = "FLEX" });
        if (isGood) _glue.Call("CreateJob", job);
        else Assert.Equal("InvalidInputException", _glue.Refused("CreateJob", job));
        if (isGood) return;
        Create("glueetl", new() { ["GlueVersion"] = version });
        Assert.Equal("InvalidInputException", _glue.Refused("StartJobRun", new { JobName = "j", ExecutionClass = "FLEX" }));
    }

    /// <summary>Source: API reference, JobUpdate: both are required, and the rest goes back to its defaults.</summary>
    [Fact]
    public void An_update_without_role_or_command_changes_nothing()
    {
        Create("glueetl", new() { ["Timeout"] = 5, ["Description"] = "d" });
        var before = _glue.Call("GetJob", new { JobName = "j" }).ToJsonString();
        var command = new { Name = "glueetl", ScriptLocation = "s3://a/a.py" };
        foreach (var update in (object[])[new { }, new { Role = "r" }, new { Command = command }, new { Role = "r", Command = new { } }])
            Assert.Equal("InvalidInputException", _glue.Refused("UpdateJob", new { JobName = "j", JobUpdate = update }));
        Assert.Equal(before, _glue.Call("GetJob", new { JobName = "j" }).ToJsonString());
    }

    /// <summary>Source: API reference, CreateJob: the value of the run is used where both have one.</summary>
    [Theory]
    [InlineData(null, true, true)]
    [InlineData(true, false, false)]
    [InlineData(true, null, true)]
    [InlineData(null, null, null)]
    public void Queuing_is_that_of_the_run(bool? ofJob, bool? ofRun, bool? expected)
    {
        Create("pythonshell", new() { ["JobRunQueuingEnabled"] = ofJob });
        var id = (string?)_glue.Call("StartJobRun", new { JobName = "j", JobRunQueuingEnabled = ofRun })["JobRunId"];
        var run = _glue.Call("GetJobRun", new { JobName = "j", RunId = id })["JobRun"]!;
        Assert.Equal(expected, (bool?)run["JobRunQueuingEnabled"]);
        Assert.Equal("ConcurrentRunsExceededException", _glue.Refused("StartJobRun", new { JobName = "j", JobRunQueuingEnabled = true }));
    }

    [Theory]
    [InlineData("pythonshell", 0.0625)]
    [InlineData("pythonshell", 1.0)]
    [InlineData("glueetl", 2.0)]
    [InlineData("glueetl", 100.0)]
    public void A_capacity_that_the_command_can_have_is_taken(string command, double capacity)
    {
        Create(command, new() { ["GlueVersion"] = command == "glueetl" ? "1.0" : null, ["MaxCapacity"] = capacity, ["Timeout"] = 10080 });
        Assert.Equal(capacity, (double)(decimal)_glue.Call("GetJob", new { JobName = "j" })["Job"]!["MaxCapacity"]!);
    }

    public void Dispose() => _lake.Dispose();

    private void Create(string command, JsonObject settings) => _glue.Call("CreateJob", Job(command, settings));

    private static JsonObject Job(string? command, JsonObject settings)
    {
        var job = new JsonObject
        {
            ["Name"] = "j",
            ["Role"] = "r",
            ["Command"] = new JsonObject { ["Name"] = command, ["ScriptLocation"] = "s3://a/a.py" },
        };
        foreach (var (member, value) in settings) job[member] = value?.DeepClone();
        return job;
    }

    private static JsonObject Settings(string member, JsonNode value) => member switch
    {
        "MaxConcurrentRuns" => new() { ["ExecutionProperty"] = new JsonObject { [member] = value.DeepClone() } },
        "NumberOfWorkers" => new() { ["WorkerType"] = "G.1X", [member] = value.DeepClone() },
        _ => new() { [member] = value.DeepClone() },
    };
}
