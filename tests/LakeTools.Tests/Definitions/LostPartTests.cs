using Amazon.Glue;
using Amazon.Glue.Model;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Errors;

namespace LakeTools.Tests.Definitions;

/// <summary>Settings of columns, targets and jobs that a definition cannot express, and that go with them, are named.</summary>
public sealed class LostPartTests : IDisposable
{
    private const string All = """
        databases: { d: { tables: { t: { location: "s3://lake/t", columns: { a: int, b: string, c: string } } } } }
        crawlers: { w: { role: r, paths: ["s3://lake/a", "s3://lake/b"], deltaPaths: ["s3://lake/d"] } }
        triggers: { t: { type: ON_DEMAND, jobs: [x, y] } }
        owns: [ { database: d }, { crawler: w }, { trigger: t } ]
        """;

    private static readonly string[] s_lost =
    [
        "the event queues of S3 targets of crawler w", "the manifest settings of Delta targets of crawler w",
        "the parameters of columns of table d.t", "the security configurations of single jobs of trigger t",
    ];

    private readonly PublishedLake _lake = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IAmazonGlue Glue => _lake.Glue;

    public void Dispose() => _lake.Dispose();

    [Fact]
    public async Task A_publish_asks_and_a_restore_is_incomplete()
    {
        await FillAsync();
        var less = Less(All);
        var plan = await _lake.PlanAsync(less);
        Assert.Equal(s_lost, plan.NotRestorable.Order());
        Assert.Equal(s_lost, plan.Losses.Order().SelectMany(loss => loss.Split(", ")));
        var error = await Assert.ThrowsAsync<LakeException>(() => _lake.PublishAsync(less, new PublishConsent(Force: false, [])));
        Assert.Equal(nameof(Fault.PlanLosesThings), error.Id);
        var done = await _lake.PublishAsync(less);
        Assert.Equal(("Done", 4), (done.Status, done.NotRestorable.Count));
        var back = await _lake.RestoreAsync(1);
        Assert.Equal("Incomplete", back.Status);
        Assert.Equal(s_lost, back.NotRestorable.Order());
    }

    [Fact]
    public async Task Parts_that_stay_lose_nothing()
    {
        await FillAsync();
        var plan = await _lake.PlanAsync(All.Replace("c: string", "d: string", StringComparison.Ordinal)
            .Replace("\"s3://lake/a\", ", "", StringComparison.Ordinal).Replace("[x, y]", "[y]", StringComparison.Ordinal));
        Assert.Equal(3, plan.Changes.Count);
        Assert.Empty(plan.NotRestorable);
        Assert.Empty(plan.Losses);
    }

    private static string Less(string definition) => definition.Replace(", b: string", "", StringComparison.Ordinal)
        .Replace(", \"s3://lake/b\"", "", StringComparison.Ordinal).Replace("lake/d\"", "lake/e\"", StringComparison.Ordinal)
        .Replace("[x, y]", "[x]", StringComparison.Ordinal);

    private async Task FillAsync()
    {
        foreach (var name in new[] { "x", "y" })
            await Glue.CreateJobAsync(
                new() { Name = name, Role = "r", Command = new() { Name = "glueetl", ScriptLocation = "s3://lake/x.py" } }, Ct);
        Assert.Equal("Done", (await _lake.PublishAsync(All)).Status);
        var table = (await Glue.GetTableAsync(new() { DatabaseName = "d", Name = "t" }, Ct)).Table;
        table.StorageDescriptor.Columns[1].Parameters = new() { ["pii"] = "yes" };
        var input = new TableInput { Name = "t", Parameters = table.Parameters, TableType = table.TableType };
        input.StorageDescriptor = table.StorageDescriptor;
        await Glue.UpdateTableAsync(new() { DatabaseName = "d", TableInput = input }, Ct);
        await Glue.UpdateCrawlerAsync(new()
        {
            Name = "w",
            Targets = new()
            {
                S3Targets =
                [
                    new() { Path = "s3://lake/a" },
                    new() { Path = "s3://lake/b", EventQueueArn = "arn:aws:sqs:eu-central-1:111122223333:q" },
                ],
                DeltaTargets = [new() { DeltaTables = ["s3://lake/d"], WriteManifest = true }],
            },
        }, Ct);
        Amazon.Glue.Model.Action[] actions = [new() { JobName = "x" }, new() { JobName = "y", SecurityConfiguration = "s" }];
        await Glue.UpdateTriggerAsync(new() { Name = "t", TriggerUpdate = new() { Actions = [.. actions] } }, Ct);
    }
}
