using System.Text.Json.Nodes;
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
                ["ConnectionType"] = "NETWORK",
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

    /// <summary>Source: developer guide, time-based schedules for jobs and crawlers.</summary>
    [Theory]
    [InlineData("cron(15 12 * * ? *)", true)]
    [InlineData("cron(0/5 8-17 ? * MON-FRI *)", true)]
    [InlineData("cron(0 10 1 JAN,JUL ? 2026-2030)", true)]
    [InlineData("cron(0 18 ? * 6L *)", true)]
    [InlineData("cron(0 18 ? * 2#1 *)", true)]
    [InlineData("cron(0 8 LW * ? *)", true)]
    [InlineData("every tuesday", false)]
    [InlineData("nonsense", false)]
    [InlineData("0 12 * * *", false)]
    [InlineData("cron(0 12 * * *)", false)]
    [InlineData("cron(0 12 * * * *)", false)]
    [InlineData("cron(60 12 * * ? *)", false)]
    [InlineData("cron(0 24 * * ? *)", false)]
    [InlineData("cron(0 12 32 * ? *)", false)]
    [InlineData("cron(0 12 ? * ? *)", false)]
    public void A_schedule_is_a_cron_expression(string schedule, bool isGood)
    {
        _glue.Call("CreateJob", new { Name = "j", Role = "r", Command = new { Name = "pythonshell", ScriptLocation = "s3://a/a.py" } });
        var targets = new { S3Targets = new[] { new { Path = "s3://a/a" } } };
        _glue.Call("CreateCrawler", new { Name = "c", Role = "r", DatabaseName = "d", Targets = targets });
        var trigger = new { Name = "t", Type = "SCHEDULED", Schedule = schedule, Actions = new[] { new { JobName = "j" } } };
        Try("CreateTrigger", trigger);
        if (isGood) Try("UpdateTrigger", new { Name = "t", TriggerUpdate = new { Schedule = schedule, Actions = trigger.Actions } });
        Try("CreateCrawler", new { Name = "d", Role = "r", DatabaseName = "d", Targets = targets, Schedule = schedule });
        Try("UpdateCrawler", new { Name = "c", Schedule = schedule });
        Try("UpdateCrawlerSchedule", new { CrawlerName = "c", Schedule = schedule });

        void Try(string operation, object input)
        {
            if (isGood) _glue.Call(operation, input);
            else Assert.Equal("InvalidInputException", _glue.Refused(operation, input));
        }
    }

    /// <summary>Source: API reference, Predicate and Condition.</summary>
    [Theory]
    [InlineData("""{"Conditions":[{"JobName":"j","State":"SUCCEEDED"}]}""", true)]
    [InlineData("""{"Logical":"ANY","Conditions":[{"JobName":"j","State":"TIMEOUT"},{"CrawlerName":"c","CrawlState":"FAILED"}]}""", true)]
    [InlineData("""{"Conditions":[]}""", false)]
    [InlineData("""{"Logical":"AND"}""", false)]
    [InlineData("""{"Conditions":[{"JobName":"j","State":"SUCCEEDED"},{"JobName":"j","State":"FAILED"}]}""", false)]
    [InlineData("""{"Conditions":[{"State":"SUCCEEDED"}]}""", false)]
    [InlineData("""{"Conditions":[{"JobName":"j","CrawlerName":"c","State":"SUCCEEDED"}]}""", false)]
    [InlineData("""{"Conditions":[{"JobName":"j","State":"RUNNING"}]}""", false)]
    [InlineData("""{"Conditions":[{"JobName":"j","CrawlState":"SUCCEEDED"}]}""", false)]
    [InlineData("""{"Conditions":[{"CrawlerName":"c","CrawlState":"RUNNING"}]}""", false)]
    [InlineData("""{"Conditions":[{"CrawlerName":"c","State":"SUCCEEDED"}]}""", false)]
    [InlineData("""{"Conditions":[{"JobName":"none","State":"SUCCEEDED"}]}""", false)]
    public void A_trigger_has_conditions_that_can_come_true(string predicate, bool isGood)
    {
        _glue.Call("CreateJob", new { Name = "j", Role = "r", Command = new { Name = "pythonshell", ScriptLocation = "s3://a/a.py" } });
        _glue.Call("CreateCrawler", new { Name = "c", Role = "r", Targets = new { S3Targets = new[] { new { Path = "s3://a/a" } } } });
        var good = JsonNode.Parse("""{"Conditions":[{"JobName":"j","State":"SUCCEEDED"}]}""");
        var actions = new[] { new { JobName = "j" } };
        _glue.Call("CreateTrigger", new { Name = "t", Type = "CONDITIONAL", Actions = actions, Predicate = good });
        var create = new { Name = "u", Type = "CONDITIONAL", Actions = actions, Predicate = JsonNode.Parse(predicate) };
        var update = new { Name = "t", TriggerUpdate = new { Actions = actions, Predicate = JsonNode.Parse(predicate) } };
        if (isGood)
        {
            _glue.Call("CreateTrigger", create);
            _glue.Call("UpdateTrigger", update);
            return;
        }

        var error = predicate.Contains("none", StringComparison.Ordinal) ? "EntityNotFoundException" : "InvalidInputException";
        Assert.Equal(error, _glue.Refused("CreateTrigger", create));
        Assert.Equal(error, _glue.Refused("UpdateTrigger", update));
        Assert.Equal("InvalidInputException", _glue.Refused("UpdateTrigger", new { Name = "t", TriggerUpdate = new { Predicate = good } }));
    }

    /// <summary>Source: API reference, ConnectionInput, ConnectionType.</summary>
    [Theory]
    [InlineData("JDBC", "", false)]
    [InlineData("JDBC", "HOST PORT SECRET_ID", false)]
    [InlineData("JDBC", "JDBC_CONNECTION_URL", true)]
    [InlineData("JDBC", "JDBC_CONNECTION_URL USERNAME PASSWORD", true)]
    [InlineData("JDBC", "HOST PORT JDBC_ENGINE SECRET_ID", true)]
    [InlineData("KAFKA", "", false)]
    [InlineData("KAFKA", "KAFKA_BOOTSTRAP_SERVERS", true)]
    [InlineData("MONGODB", "SECRET_ID", false)]
    [InlineData("MONGODB", "CONNECTION_URL SECRET_ID", true)]
    [InlineData("MARKETPLACE", "CONNECTOR_TYPE CONNECTOR_URL CONNECTION_URL", false)]
    [InlineData("MARKETPLACE", "CONNECTOR_TYPE CONNECTOR_URL CONNECTOR_CLASS_NAME CONNECTION_URL", true)]
    [InlineData("SFTP", "HOST PORT SECRET_ID", false)]
    [InlineData("NETWORK", "", true)]
    public void A_connection_has_what_its_type_requires(string type, string properties, bool isGood)
    {
        var given = properties.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(name => name, _ => "x");
        _glue.Call("CreateConnection", Input("c", "NETWORK", []));
        if (isGood) _glue.Call("CreateConnection", Input("d", type, given));
        else Assert.Equal("InvalidInputException", _glue.Refused("CreateConnection", Input("d", type, given)));
        if (isGood) _glue.Call("UpdateConnection", Input("c", type, given));
        else Assert.Equal("InvalidInputException", _glue.Refused("UpdateConnection", Input("c", type, given)));

        static object Input(string name, string type, Dictionary<string, string> properties) =>
            new { Name = name, ConnectionInput = new { Name = name, ConnectionType = type, ConnectionProperties = properties } };
    }

    /// <summary>Source: API reference, CreateCsvClassifierRequest.</summary>
    [Fact]
    public void A_quote_is_no_delimiter()
    {
        var same = new { CsvClassifier = new { Name = "a", Delimiter = ";", QuoteSymbol = ";" } };
        Assert.Equal("InvalidInputException", _glue.Refused("CreateClassifier", same));
        _glue.Call("CreateClassifier", new { CsvClassifier = new { Name = "a", Delimiter = ";" } });
        Assert.Equal("InvalidInputException", _glue.Refused("UpdateClassifier", same));
        var quote = new { CsvClassifier = new { Name = "a", QuoteSymbol = ";" } };
        Assert.Equal("InvalidInputException", _glue.Refused("UpdateClassifier", quote));
        Assert.Null(_glue.Call("GetClassifier", new { Name = "a" })["Classifier"]!["CsvClassifier"]!["QuoteSymbol"]);
    }

    /// <summary>Source: API reference, SchemaReference.</summary>
    [Fact]
    public void A_reference_to_a_schema_names_one()
    {
        _glue.Call("CreateDatabase", new { DatabaseInput = new { Name = "d" } });
        var storage = new { SchemaReference = new { SchemaVersionNumber = 1 } };
        var table = new { DatabaseName = "d", TableInput = new { Name = "t", StorageDescriptor = storage } };
        Assert.Equal("InvalidInputException", _glue.Refused("CreateTable", table));
        var good = new { Name = "t", PartitionKeys = new[] { new { Name = "p" } } };
        _glue.Call("CreateTable", new { DatabaseName = "d", TableInput = good });
        Assert.Equal("InvalidInputException", _glue.Refused("UpdateTable", table));
        var partition = new { Values = new[] { "1" }, StorageDescriptor = storage };
        Assert.Equal("InvalidInputException",
            _glue.Refused("CreatePartition", new { DatabaseName = "d", TableName = "t", PartitionInput = partition }));
    }

    public void Dispose() => _lake.Dispose();
}
