using Amazon.Glue.Model;
using Amazon.LakeFormation.Model;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Definitions;

/// <summary>Whatever stands in a lake, its export is accepted and compares as equal; what a definition cannot say is named.</summary>
public sealed class ExportAcceptanceTests
{
    private static readonly DefinitionSource s_source = new(new Dictionary<string, Func<string, string, DefinitionNode>>());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Odd_things_are_written_or_named()
    {
        using var folder = new TemporaryFolder();
        using var lake = new TestLake();
        var (glue, formation) = (lake.Connect().Clients.Glue, lake.Connect().Clients.LakeFormation);
        await glue.CreateDatabaseAsync(new CreateDatabaseRequest
        {
            DatabaseInput = new DatabaseInput
            {
                Name = "odd", LocationUri = "hdfs://namenode/x", Parameters = new() { ["a"] = "1", ["A"] = "${2" },
            },
        }, Ct);
        await TableAsync(new TableInput { Name = "no_columns", StorageDescriptor = new StorageDescriptor { Location = "s3://lake/x" } });
        await TableAsync(new TableInput { Name = "nothing" });
        await TableAsync(new TableInput
        {
            Name = "jdbc", StorageDescriptor = new() { Location = "sales.public.t", Columns = [Id("int")] },
        });
        await TableAsync(new TableInput
        {
            Name = "iceberg", Parameters = new() { ["table_type"] = "ICEBERG", ["metadata_location"] = "s3://l/m" },
            StorageDescriptor = new() { Columns = [Id("bigint")] },
        });
        await TableAsync(new TableInput { Name = "untyped", StorageDescriptor = new() { Columns = [Id("whatever")] } });
        await TableAsync(new TableInput { Name = "view", TableType = "VIRTUAL_VIEW", ViewOriginalText = "select 1" });
        await TableAsync(new TableInput
        {
            Name = "several",
            ViewDefinition = new()
            {
                Representations = [new() { Dialect = "ATHENA", DialectVersion = "3", ViewOriginalText = "select 1" }],
            },
        });
        await glue.CreateJobAsync(new CreateJobRequest
        {
            Name = "bare", Role = "service-role/Loader",
            Command = new() { Name = "glueetl", ScriptLocation = "s3://lake/x.py", PythonVersion = "3" },
        }, Ct);
        await glue.CreateJobAsync(new CreateJobRequest
        {
            Name = "long", Role = "Loader", Command = new() { Name = "glueetl", ScriptLocation = "s3://lake/x.py" },
        }, Ct);
        // Jobs that are older than the limit of timeouts are still there.
        lake.Lake.Instance.Store.Write(session =>
            session.Execute("UPDATE glue_job SET document = json_set(document, '$.Timeout', 20000) WHERE name = 'long'"));
        await formation.GrantPermissionsAsync(new GrantPermissionsRequest
        {
            Principal = new() { DataLakePrincipalIdentifier = $"arn:aws:iam::{TestLake.Account}:role/reader" },
            Resource = new() { Database = new() { Name = "odd" } },
            Permissions = ["DESCRIBE"],
        }, Ct);
        var service = new DefinitionService(lake.Connect(), new FolderJournal(folder.Path));
        var text = await service.ExportAsync("odd", null, null, Ct);
        var file = Path.Combine(folder.Path, "odd.yaml");
        await File.WriteAllTextAsync(file, text, Ct);
        Assert.Empty(s_source.Check(file, new Dictionary<string, string>()));
        Assert.Empty((await CompareAsync(service)).Changes);
        string[] left = [.. text.Split('\n').Where(line => line.StartsWith("#   ", StringComparison.Ordinal)).Select(line => line[4..])];
        Assert.Equal(
            ["view odd.several", "Table odd.untyped", "Table odd.iceberg", "Job long"],
            left.Select(line => line.Split(':')[0]).Order().Reverse());

        // What the definition says is made elsewhere as it was.
        using var other = new TestLake();
        var there = new DefinitionService(other.Connect(), new FolderJournal(Path.Combine(folder.Path, "other")));
        Assert.Equal("Done", (await there.PublishAsync(await CompareAsync(there), PublishConsent.All, null, Ct))!.Status);
        Assert.Equal(
            text.Split("lake: 1")[1],
            (await there.ExportAsync("odd", null, null, Ct)).Split("lake: 1")[1]);

        Column Id(string type) => new() { Name = "id", Type = type };
        Task TableAsync(TableInput input) => glue.CreateTableAsync(new CreateTableRequest { DatabaseName = "odd", TableInput = input }, Ct);
        Task<LakePlan> CompareAsync(DefinitionService with) =>
            with.CompareAsync(s_source, file, new Dictionary<string, string>(), detailed: false, null, Ct);
    }

    [Fact]
    public async Task What_its_caller_may_not_read_is_named()
    {
        using var folder = new TemporaryFolder();
        using var lake = new TestLake();
        await lake.Connect().Clients.Glue.CreateJobAsync(new CreateJobRequest
        {
            Name = "load", Role = "loader", Command = new() { Name = "glueetl", ScriptLocation = "s3://lake/x.py" },
        }, Ct);
        var refused = lake.Connect(before: handler => new RefusingHandler(handler));
        var text = await new DefinitionService(refused, new FolderJournal(folder.Path)).ExportAsync("a", null, null, Ct);
        Assert.Contains("#   every role: you may not read them.", text, StringComparison.Ordinal);
        Assert.Contains("jobs:\n  load:", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_leaves_out_of_roles_buckets_secrets_and_jobs_is_counted_and_named()
    {
        using var folder = new TemporaryFolder();
        using var lake = new TestLake();
        var clients = lake.Connect().Clients;
        foreach (var bucket in (string[])["plain", "raw", "work"])
        {
            await clients.S3.PutBucketAsync(bucket, Ct);
            await clients.Glue.CreateDatabaseAsync(
                new CreateDatabaseRequest { DatabaseInput = new() { Name = bucket, LocationUri = $"s3://{bucket}/db" } }, Ct);
        }

        foreach (var bucket in (string[])["raw", "work"])
            await clients.S3.PutBucketTaggingAsync(bucket, [new() { Key = "team", Value = "a" }], Ct);
        const string Bucket = "s3:ListBucket\",\"Resource\":\"arn:aws:s3:::raw";
        await clients.S3.PutBucketPolicyAsync("raw", Policy("\"AWS\":\"111122223333\"", Bucket), Ct);
        await clients.S3.PutLifecycleConfigurationAsync(
            new()
            {
                BucketName = "work",
                Configuration = new()
                {
                    Rules = [new() { Id = "a", Status = "Enabled", Filter = new() { Prefix = "x" }, Expiration = new() { Days = 1 } }],
                },
            },
            Ct);
        await clients.Iam.CreateRoleAsync(
            new()
            {
                RoleName = "loader",
                AssumeRolePolicyDocument = Policy("\"Service\":\"glue.amazonaws.com\"", "sts:AssumeRole"),
                Description = "loads",
                MaxSessionDuration = 7200,
            },
            Ct);
        await clients.Glue.CreateJobAsync(
            new CreateJobRequest
            {
                Name = "load", Role = "loader", Tags = new() { ["team"] = "a" },
                Command = new() { Name = "glueetl", ScriptLocation = "s3://plain/x.py" },
            },
            Ct);
        var text = await new DefinitionService(lake.Connect(), new FolderJournal(folder.Path)).ExportAsync("a", null, null, Ct);
        Assert.Equal(
            [
                "the description of 1 role: loader.", "the longest session of 1 role: loader.", "the lifecycle rules of 1 bucket: work.",
                "the policy of 1 bucket: raw.", "the tags of 2 buckets: raw, work.", "the tags of 1 job: load.",
            ],
            text.Split('\n').Where(line => line.StartsWith("#   ", StringComparison.Ordinal)).Select(line => line[4..]));

        static string Policy(string principal, string action) =>
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{_},"Action":"*"}]}"""
                .Replace("_", principal, StringComparison.Ordinal).Replace("*", action, StringComparison.Ordinal);
    }

    // IAM as it answers somebody without rights there.
    private sealed class RefusingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            !request.RequestUri!.Host.StartsWith("iam.", StringComparison.Ordinal) ? base.SendAsync(request, cancellationToken)
                : Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.Forbidden)
                {
                    RequestMessage = request,
                    Content = new StringContent("<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>no</Message>"
                        + "</Error><RequestId>1</RequestId></ErrorResponse>"),
                });
    }
}
