using System.Text.Json.Nodes;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Local.Context;
using LakeTools.Local.Glue;
using LakeTools.Local.Glue.Jobs;
using LakeTools.Local.Jobs;
using LakeTools.Local.Logs;

namespace LakeTools.Tests.Local.Jobs;

/// <summary>Runs jobs for real: each starts a Python of this machine.</summary>
public sealed class JobRunnerTests : IDisposable
{
    private readonly TestLake _lake = new();
    private readonly JobRunner _runner = new(TimeSpan.FromMilliseconds(400)); // a job's 'minute'
    private readonly GlueApi _api;
    private readonly ApiDriver _glue;
    private readonly ApiDriver _logs;

    public JobRunnerTests()
    {
        Assert.SkipUnless(
            File.Exists("/usr/bin/python3")
                || Environment.GetEnvironmentVariable("LAKETOOLS_REQUIRE_PEERS") == "1", "Python 3 is not on this machine.");
        _api = new GlueApi(_runner);
        _api.Opened(_lake.Lake.Instance.Store, _lake.Lake.Instance.Context with { StartServer = () => new Uri("http://127.0.0.1:9/") });
        _glue = new ApiDriver(_lake, _api);
        _logs = new ApiDriver(_lake, new LogsApi());
    }

    public void Dispose()
    {
        _api?.Dispose();
        _lake.Dispose();
    }

    [Fact]
    public async Task A_script_gets_its_arguments_and_its_roles_credentials_and_nothing_else()
    {
        await PutScriptAsync("""
            import os, sys
            from awsglue.utils import getResolvedOptions
            options = getResolvedOptions(sys.argv, ["table", "mode", "JOB_NAME"])
            print("options", options["table"], options["mode"], options["JOB_NAME"])
            print("dropped", any("ignored" in word for word in sys.argv))
            print("key", os.environ["AWS_ACCESS_KEY_ID"][:4], "token" if os.environ["AWS_SESSION_TOKEN"] else "none")
            print("region", os.environ["AWS_REGION"], os.environ["AWS_ENDPOINT_URL"])
            print("foreign", "LAKETOOLS_TEST_CANARY" in os.environ)
            print("to error", file=sys.stderr)
            """);
        Environment.SetEnvironmentVariable("LAKETOOLS_TEST_CANARY", "1");
        CreateJob(defaults: new() { ["--table"] = "sales", ["--mode"] = "append" });
        var run = await RunAsync(new() { ["--mode"] = "overwrite", ["ignored"] = "x" });
        Assert.Equal("SUCCEEDED", State(run));
        Assert.Equal(
            [
                "options sales overwrite nightly",
                "dropped False",
                "key ASIA token",
                "region eu-central-1 http://127.0.0.1:9",
                "foreign False",
            ],
            Lines("/aws-glue/python-jobs/output", run));
        Assert.Equal(["to error"], Lines("/aws-glue/python-jobs/error", run));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_lake.Folder, "jobs")));
    }

    [Fact]
    public async Task A_failed_run_is_tried_again_as_often_as_the_job_says()
    {
        await PutScriptAsync("raise SystemExit(3)");
        CreateJob(maxRetries: 2);
        var first = await RunAsync();
        var runs = _glue.Call("GetJobRuns", new { JobName = "nightly" })["JobRuns"]!.AsArray();
        Assert.Equal([$"{first}_attempt_2", $"{first}_attempt_1", first], runs.Select(run => (string)run!["Id"]!));
        Assert.Equal([2, 1, 0], runs.Select(run => (int)run!["Attempt"]!));
        Assert.Equal([$"{first}_attempt_1", first, null], runs.Select(run => (string?)run!["PreviousRunId"]));
        Assert.All(runs, run => Assert.Equal("FAILED", (string?)run!["JobRunState"]));
    }

    [Fact]
    public async Task A_run_that_takes_too_long_is_ended()
    {
        await PutScriptAsync("import time; time.sleep(600)");
        CreateJob(timeout: 1);
        Assert.Equal("TIMEOUT", State(await RunAsync()));
    }

    [Fact]
    public async Task A_stopped_run_ends_and_is_not_tried_again()
    {
        await PutScriptAsync("import time; time.sleep(600)");
        CreateJob(maxRetries: 1);
        var run = Start();
        var answer = _glue.Call("BatchStopJobRun", new { JobName = "nightly", JobRunIds = new[] { run, "jr_none" } });
        Assert.Equal(run, (string?)Assert.Single(answer["SuccessfulSubmissions"]!.AsArray())!["JobRunId"]);
        Assert.Equal("EntityNotFoundException", (string?)Assert.Single(answer["Errors"]!.AsArray())!["ErrorDetail"]!["ErrorCode"]);
        await _runner.IdleAsync();
        Assert.Equal("STOPPED", State(run));
        Assert.Single(_glue.Call("GetJobRuns", new { JobName = "nightly" })["JobRuns"]!.AsArray());
    }

    [Fact]
    public async Task Runs_beyond_the_jobs_limit_are_refused()
    {
        await PutScriptAsync("import time; time.sleep(600)");
        CreateJob();
        Start();
        Assert.Equal("ConcurrentRunsExceededException", _glue.Refused("StartJobRun", new { JobName = "nightly" }));
    }

    [Fact]
    public async Task Closing_the_lake_ends_its_runs()
    {
        await PutScriptAsync("import time; time.sleep(600)");
        CreateJob(maxRetries: 1);
        var run = Start();
        _runner.Dispose();
        Assert.Equal("FAILED", State(run));
    }

    [Theory]
    [InlineData("s3://scripts/gone.py", "pythonshell")]
    [InlineData("s3://nobucket/job.py", "pythonshell")]
    [InlineData("job.py", "pythonshell")]
    public async Task A_run_whose_script_is_not_there_fails_at_once(string script, string command)
    {
        await PutScriptAsync("");
        CreateJob(script: script, command: command);
        var run = await RunAsync();
        Assert.Equal("FAILED", State(run));
        Assert.StartsWith("LAUNCH ERROR | ", Message(run));
    }

    [Fact]
    public async Task Spark_jobs_say_what_they_need()
    {
        Assert.SkipWhen((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "spark-submit"))),
            "spark-submit is on this machine.");
        await PutScriptAsync("");
        CreateJob(command: "glueetl");
        var run = await RunAsync();
        Assert.Equal("FAILED", State(run));
        Assert.StartsWith("LAUNCH ERROR | Runtime not found: ", Message(run));
    }

    [Fact]
    public async Task Extra_files_are_modules_of_the_script()
    {
        await PutScriptAsync("import helper; print(helper.ANSWER)");
        await PutAsync("lib/helper.py", "ANSWER = 42");
        CreateJob(defaults: new() { ["--extra-py-files"] = "s3://scripts/lib/helper.py" });
        var run = await RunAsync();
        Assert.Equal(["42"], Lines("/aws-glue/python-jobs/output", run));
    }

    [Fact]
    public void What_a_lost_process_left_is_marked()
    {
        var (store, context) = (_lake.Lake.Instance.Store, _lake.Lake.Instance.Context);
        CreateJob();
        store.Write(session =>
        {
            new JobRepository(session, context).Add(RunOf("jr_lost", "1@1"));
            new JobRepository(session, context).Add(RunOf("jr_here", HostProcess.Current));
        });
        _runner.Opened(store, context);
        Assert.Equal("FAILED", State("jr_lost"));
        Assert.Equal("RUNNING", State("jr_here"));
    }

    /// <summary>A process that has the lake open does not open it again when another one is killed.</summary>
    [Fact]
    public void What_a_lost_process_left_is_over_for_who_has_the_lake_open()
    {
        var (store, context) = (_lake.Lake.Instance.Store, _lake.Lake.Instance.Context);
        CreateJob();
        store.Write(session =>
        {
            new JobRepository(session, context).Add(RunOf("jr_lost", "1@1"));
            new JobRepository(session, context).Add(RunOf("jr_stopping", "1@1") with { State = JobRunState.Stopping });
        });
        Assert.Equal("FAILED", State("jr_lost"));
        Assert.Equal("STOPPED", State("jr_stopping"));
        Assert.NotNull(Run("jr_lost")["CompletedOn"]);
        var listed = _glue.Call("GetJobRuns", new { JobName = "nightly" })["JobRuns"]!.AsArray();
        Assert.Equal(["STOPPED", "FAILED"], listed.Select(run => (string?)run!["JobRunState"]));
        var stop = _glue.Call("BatchStopJobRun", new { JobName = "nightly", JobRunIds = new[] { "jr_lost" } });
        Assert.Single(stop["Errors"]!.AsArray());
        Start();
        _glue.Call("DeleteJob", new { JobName = "nightly" });
        Assert.Equal("EntityNotFoundException", _glue.Refused("GetJobRun", new { JobName = "nightly", RunId = "jr_lost" }));
    }

    /// <summary>A run of a workflow whose jobs were lost is over too.</summary>
    [Fact]
    public void A_workflow_run_of_a_lost_process_is_over()
    {
        var (store, context) = (_lake.Lake.Instance.Store, _lake.Lake.Instance.Context);
        CreateJob();
        _glue.Call("CreateWorkflow", new { Name = "all", MaxConcurrentRuns = 1 });
        store.Write(session =>
        {
            new JobRepository(session, context).Add(RunOf("jr_lost", "1@1"));
            session.Execute("INSERT INTO glue_record (kind, name, document, created, updated) VALUES ('workflowRun', 'all/1-wr', ?1, 0, 0)",
                """{"Id":"wr","Jobs":[{"JobName":"nightly","RunId":"jr_lost"}],"WorkflowRunProperties":{}}""");
        });
        var run = _glue.Call("GetWorkflowRun", new { Name = "all", RunId = "wr" })["Run"]!;
        Assert.Equal("COMPLETED", (string?)run["Status"]);
        _glue.Call("StartWorkflowRun", new { Name = "all" });
    }

    private static JobRunRecord RunOf(string id, string host) =>
        new() { Id = id, JobName = "nightly", State = JobRunState.Running, Document = [], Host = host, Started = 0, Modified = 0 };

    private async Task PutScriptAsync(string text)
    {
        using var s3 = Client();
        await s3.PutBucketAsync(new PutBucketRequest { BucketName = "scripts" }, TestContext.Current.CancellationToken);
        await PutAsync("job.py", text);
    }

    private async Task PutAsync(string key, string text)
    {
        using var s3 = Client();
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = "scripts", Key = key, ContentBody = text },
            TestContext.Current.CancellationToken);
    }

    private AmazonS3Client Client() => new(_lake.CredentialsOf(), _lake.Configure(new AmazonS3Config { ForcePathStyle = true }));

    private void CreateJob(
        Dictionary<string, string>? defaults = null, int maxRetries = 0, int timeout = 100, string script = "s3://scripts/job.py",
            string command = "pythonshell") =>
        _glue.Call("CreateJob", new
        {
            Name = "nightly",
            Role = "Loader",
            Command = new { Name = command, ScriptLocation = script },
            DefaultArguments = defaults ?? [],
            MaxRetries = maxRetries,
            Timeout = timeout,
        });

    private string Start(Dictionary<string, string>? arguments = null) =>
        (string)_glue.Call("StartJobRun", new { JobName = "nightly", Arguments = arguments ?? [] })["JobRunId"]!;

    private async Task<string> RunAsync(Dictionary<string, string>? arguments = null)
    {
        var run = Start(arguments);
        await _runner.IdleAsync();
        return run;
    }

    private JsonNode Run(string id) => _glue.Call("GetJobRun", new { JobName = "nightly", RunId = id })["JobRun"]!;

    private string? State(string id) => (string?)Run(id)["JobRunState"];

    private string? Message(string id) => (string?)Run(id)["ErrorMessage"];

    private IEnumerable<string?> Lines(string group, string stream) =>
        _logs.Call("GetLogEvents", new { logGroupName = group, logStreamName = stream, startFromHead = true })["events"]!.AsArray()
            .Select(item => (string?)item!["message"]);
}
