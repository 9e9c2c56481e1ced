using Amazon.Glue.Model;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Definitions;

/// <summary>What an export leaves out, a restore cannot bring back: both name the same settings.</summary>
public sealed class UnsaidSettingsTests
{
    private const string Owns = """
        owns: [ { database: d }, { job: n }, { crawler: n }, { trigger: n }, { connection: n }, { role: n }, { bucket: n-bucket } ]
        """;

    private static readonly DefinitionSource s_source = new(new Dictionary<string, Func<string, string, DefinitionNode>>());

    private static readonly string[] s_unsaid =
    [
        "the policy of bucket n-bucket", "the tags of bucket n-bucket", "the password of connection n", "the tags of connection n",
        "the event queues of S3 targets of crawler n", "the sample size of S3 targets of crawler n", "the tags of crawler n",
        "the tags of database d", "the tags of job n", "the description of role n", "the longest session of role n",
        "the permissions boundary of role n", "the tags of trigger n",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_restore_that_lacks_them_is_incomplete_and_names_them()
    {
        using var folder = new TemporaryFolder();
        using var lake = new TestLake();
        await FillAsync(lake);
        var service = new DefinitionService(lake.Connect(), new FolderJournal(folder.Path));
        var text = await service.ExportAsync("a", null, null, Ct);
        var shown = text.Split('\n').Where(line => line.StartsWith("#   ", StringComparison.Ordinal))
            .Select(line => line[4..].TrimEnd('.').Replace("1 ", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal));
        Assert.Equal(s_unsaid.Order(), shown.Order());

        var taken = await PublishAsync(text.Replace("description: x", "description: y", StringComparison.Ordinal) + Owns);
        Assert.Equal("Done", taken.Status);
        taken = await PublishAsync("lake: 1\nname: a\n" + Owns);
        Assert.Equal("Done", taken.Status);
        string[] history = ["the history of crawler n, and its list of crawled folders"];
        Assert.Equal(s_unsaid.Concat(history).Order(), taken.NotRestorable.Order());
        var back = (await service.PublishAsync(await service.PlanRestoreAsync("a", 1, null, Ct), PublishConsent.All, null, Ct))!;
        Assert.Equal("Incomplete", back.Status);
        Assert.Equal(s_unsaid.Concat(history).Order(), back.NotRestorable.Order());

        async Task<LakePublication> PublishAsync(string definition)
        {
            var file = Path.Combine(folder.Path, "a.yaml");
            await File.WriteAllTextAsync(file, definition, Ct);
            var plan = await service.CompareAsync(s_source, file, new Dictionary<string, string>(), detailed: false, null, Ct);
            return (await service.PublishAsync(plan, PublishConsent.All, null, Ct))!;
        }
    }

    [Fact]
    public async Task Tags_that_its_caller_may_not_read_stop_nothing()
    {
        using var folder = new TemporaryFolder();
        using var lake = new TestLake();
        await lake.Connect().Clients.Glue.CreateDatabaseAsync(
            new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = "d" } }, Ct);
        var refused = lake.Connect(before: handler => new RefusingHandler(handler));
        var service = new DefinitionService(refused, new FolderJournal(folder.Path));
        Assert.Contains("#   the tags (which you may not read) of 1 database: d.",
            await service.ExportAsync("a", null, null, Ct), StringComparison.Ordinal);
        var file = Path.Combine(folder.Path, "a.yaml");
        await File.WriteAllTextAsync(file, "lake: 1\nname: a\nowns: [ { database: d } ]\n", Ct);
        var plan = await service.CompareAsync(s_source, file, new Dictionary<string, string>(), detailed: false, null, Ct);
        Assert.Equal(["the tags (which you may not read) of database d"], plan.NotRestorable);
        Assert.Equal("Done", (await service.PublishAsync(plan, PublishConsent.All, null, Ct))!.Status);
    }

    private static async Task FillAsync(TestLake lake)
    {
        const string Trust = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"glue.amazonaws.com"},"Action":"sts:AssumeRole"}]}
            """;
        const string Open = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"s3:ListBucket",
            "Resource":"arn:aws:s3:::n-bucket"}]}
            """;
        var clients = lake.Connect().Clients;
        var tags = new Dictionary<string, string> { ["team"] = "a" };
        await clients.S3.PutBucketAsync("n-bucket", Ct);
        await clients.S3.PutBucketTaggingAsync("n-bucket", [new() { Key = "team", Value = "a" }], Ct);
        await clients.S3.PutBucketPolicyAsync("n-bucket", Open, Ct);
        await clients.Iam.CreateRoleAsync(new()
        {
            RoleName = "n",
            AssumeRolePolicyDocument = Trust,
            Description = "loads",
            MaxSessionDuration = 7200,
            PermissionsBoundary = "arn:aws:iam::aws:policy/PowerUserAccess",
        }, Ct);
        await clients.Glue.CreateDatabaseAsync(new CreateDatabaseRequest
        {
            DatabaseInput = new() { Name = "d", Description = "x", LocationUri = "s3://n-bucket/d" }, Tags = tags,
        }, Ct);
        await clients.Glue.CreateJobAsync(new CreateJobRequest
        {
            Name = "n", Role = "n", Tags = tags, Command = new() { Name = "glueetl", ScriptLocation = "s3://n-bucket/x.py" },
        }, Ct);
        await clients.Glue.CreateConnectionAsync(new CreateConnectionRequest
        {
            Tags = tags,
            ConnectionInput = new()
            {
                Name = "n",
                ConnectionType = "JDBC",
                ConnectionProperties = new()
                {
                    ["JDBC_CONNECTION_URL"] = "jdbc:mysql://h/d", ["USERNAME"] = "me", ["PASSWORD"] = "hunter2",
                },
            },
        }, Ct);
        await clients.Glue.CreateCrawlerAsync(new CreateCrawlerRequest
        {
            Name = "n",
            Role = "n",
            DatabaseName = "d",
            Tags = tags,
            Targets = new()
            {
                S3Targets =
                [
                    new() { Path = "s3://n-bucket/raw", SampleSize = 2, EventQueueArn = "arn:aws:sqs:eu-central-1:111122223333:q" },
                ],
            },
        }, Ct);
        await clients.Glue.CreateTriggerAsync(new CreateTriggerRequest
        {
            Name = "n", Type = "ON_DEMAND", Tags = tags, Actions = [new() { JobName = "n" }],
        }, Ct);
    }

    // Glue as it answers somebody who may not read tags.
    private sealed class RefusingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            !request.Headers.TryGetValues("X-Amz-Target", out var target) || target.First() != "AWSGlue.GetTags"
                ? base.SendAsync(request, cancellationToken)
                : Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.BadRequest)
                {
                    RequestMessage = request,
                    Content = new StringContent("{\"__type\":\"AccessDeniedException\",\"Message\":\"no\"}"),
                });
    }
}
