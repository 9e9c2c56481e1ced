using Amazon.Glue;
using Amazon.Glue.Model;

namespace LakeTools.Tests.Definitions;

/// <summary>
/// Targets of a crawler, and jobs and conditions of a trigger, may have different values of what a definition says once for all of them.
/// </summary>
public sealed class SeparateFactTests : IDisposable
{
    private const string Said = "crawlers: { w: { role: r, database: d, description: new, paths: [\"s3://lake/a\", \"s3://lake/b\"] } }\n"
        + "triggers: { t: { type: CONDITIONAL, description: new, jobs: [x, y], afterJobs: [x, y] } }\n";

    private const string Owns = "owns: [ { crawler: w }, { trigger: t } ]\n";

    private readonly PublishedLake _lake = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IAmazonGlue Glue => _lake.Glue;

    public void Dispose() => _lake.Dispose();

    [Fact]
    public async Task A_change_of_something_else_leaves_them()
    {
        await FillAsync();
        var before = await ShownAsync();
        Assert.Equal("Done", (await _lake.PublishAsync(Said)).Status);
        Assert.Equal("new", (await Glue.GetCrawlerAsync(new() { Name = "w" }, Ct)).Crawler.Description);
        Assert.Equal(before, await ShownAsync());
    }

    [Fact]
    public async Task A_new_target_and_a_new_job_leave_those_of_the_others()
    {
        await FillAsync();
        await Glue.CreateJobAsync(Job("z"), Ct);
        Assert.Equal("Done", (await _lake.PublishAsync(Said
            .Replace("\"s3://lake/b\"", "\"s3://lake/b\", \"s3://lake/c\"", StringComparison.Ordinal)
            .Replace("jobs: [x, y], after", "jobs: [x, y, z], after", StringComparison.Ordinal))).Status);
        var targets = (await Glue.GetCrawlerAsync(new() { Name = "w" }, Ct)).Crawler.Targets;
        Assert.Equal(["tmp/**", "", ""], targets.S3Targets.Select(target => string.Join(' ', target.Exclusions ?? [])));
        Assert.Equal(["c1", null, null], targets.S3Targets.Select(target => target.ConnectionName));
        Assert.Null(targets.DeltaTargets.Single().ConnectionName);
        var actions = (await Glue.GetTriggerAsync(new() { Name = "t" }, Ct)).Trigger.Actions;
        Assert.Equal(["1 k", "2 k", " k"], actions.Select(Values));
    }

    [Fact]
    public async Task A_definition_that_says_a_value_gives_it_to_all_of_them_and_nothing_else()
    {
        await FillAsync();
        var all = Said.Replace("\"s3://lake/b\"]", "\"s3://lake/b\"], exclude: [\"tmp/**\"]", StringComparison.Ordinal)
            .Replace("jobs: [x, y], ", "jobs: [x, y], arguments: { x: \"1\" }, afterState: SUCCEEDED, ", StringComparison.Ordinal);
        Assert.True((await _lake.PlanAsync(all)).HasChanges);
        Assert.Equal("Done", (await _lake.PublishAsync(all)).Status);
        Assert.False((await _lake.PlanAsync(all)).HasChanges);
        var targets = (await Glue.GetCrawlerAsync(new() { Name = "w" }, Ct)).Crawler.Targets;
        Assert.Equal(["tmp/**", "tmp/**"], targets.S3Targets.Select(target => Assert.Single(target.Exclusions)));
        Assert.Equal(["c1", null], targets.S3Targets.Select(target => target.ConnectionName));
        var trigger = (await Glue.GetTriggerAsync(new() { Name = "t" }, Ct)).Trigger;
        Assert.Equal(["1 k", "1 k"], trigger.Actions.Select(Values));
        Assert.Equal([7, null], trigger.Actions.Select(action => action.Timeout));
        Assert.Equal(["SUCCEEDED", "SUCCEEDED"], trigger.Predicate.Conditions.Select(condition => condition.State.Value));
        Assert.Equal("ANY", trigger.Predicate.Logical.Value);
    }

    [Fact]
    public async Task An_empty_value_takes_it_from_all_of_them()
    {
        await FillAsync();
        var none = Said.Replace("\"s3://lake/b\"]", "\"s3://lake/b\"], exclude: [], connection: \"\"", StringComparison.Ordinal);
        Assert.Equal("Done", (await _lake.PublishAsync(none)).Status);
        var targets = (await Glue.GetCrawlerAsync(new() { Name = "w" }, Ct)).Crawler.Targets.S3Targets;
        Assert.All(targets, target => Assert.True(target is { ConnectionName: null, Exclusions: not { Count: > 0 } }));
        Assert.False((await _lake.PlanAsync(none)).HasChanges);
    }

    [Fact]
    public async Task A_restore_writes_them_again()
    {
        await FillAsync();
        Assert.Equal("Done", (await _lake.PublishAsync(Said + Owns)).Status);
        var before = await ShownAsync();
        var targets = (await Glue.GetCrawlerAsync(new() { Name = "w" }, Ct)).Crawler.Targets;
        targets.S3Targets[1].Exclusions = ["other"];
        await Glue.UpdateCrawlerAsync(new() { Name = "w", Targets = targets }, Ct);
        var trigger = (await Glue.GetTriggerAsync(new() { Name = "t" }, Ct)).Trigger;
        trigger.Actions[1].Arguments["--x"] = "9";
        await Glue.UpdateTriggerAsync(
            new() { Name = "t", TriggerUpdate = new() { Actions = trigger.Actions, Predicate = trigger.Predicate } }, Ct);
        Assert.Equal("Done", (await _lake.RestoreAsync(1)).Status);
        Assert.Equal(before, await ShownAsync());

        // The journal has them too.
        Assert.Equal("Done", (await _lake.PublishAsync(Owns)).Status);
        var back = await _lake.RestoreAsync(1);
        Assert.Equal(["the history of crawler w, and its list of crawled folders", "the timeouts of single jobs of trigger t"],
            back.NotRestorable.Order());
        Assert.Empty(back.LeftOut);
        Assert.Equal(before, await ShownAsync());
    }

    [Fact]
    public async Task An_export_has_the_rest_and_names_them()
    {
        await FillAsync();
        var text = await _lake.ExportAsync();
        Assert.Contains("\ncrawlers:\n  w:\n", text, StringComparison.Ordinal);
        Assert.Contains("\ntriggers:\n  t:\n", text, StringComparison.Ordinal);
        foreach (var fact in new[] { "exclude", "connection", "argument.--x", "afterState" })
            Assert.Contains($"its separate values of {fact}, which a definition cannot express.\n", text, StringComparison.Ordinal);
        Assert.False((await _lake.PlanAsync(text)).HasChanges);
    }

    [Theory]
    [InlineData("dynamoDBTables: [x]")]
    [InlineData("catalogTables: [d.t, e.t, d.u]")]
    [InlineData("deltaPaths: [\"s3://lake/d\"]")]
    [InlineData("icebergPaths: [\"s3://lake/d\"]")]
    [InlineData("jdbcPaths: [a/b]")]
    public async Task Targets_of_another_kind_are_added_beside_those_with_exclusions(string added)
    {
        const string Before = "crawlers: { w: { role: r, database: d, paths: [\"s3://lake/a\"], exclude: [x], connection: c } }";
        Assert.Equal("Done", (await _lake.PublishAsync(Before)).Status);
        var after = Before.Replace("exclude", added + ", exclude", StringComparison.Ordinal);
        Assert.Equal("Done", (await _lake.PublishAsync(after)).Status);
        Assert.False((await _lake.PlanAsync(after)).HasChanges);
        Assert.Equal("Done", (await _lake.PublishAsync(Before.Replace("exclude", added.Split(':')[0] + ": [], exclude",
            StringComparison.Ordinal))).Status);
    }

    private static string Values(Amazon.Glue.Model.Action action) =>
        $"{action.Arguments?.GetValueOrDefault("--x")} {action.Arguments?.GetValueOrDefault("--y")}";

    private static CreateJobRequest Job(string name) =>
        new() { Name = name, Role = "r", Command = new() { Name = "glueetl", ScriptLocation = "s3://lake/x.py" } };

    // What differs, as text.
    private async Task<string> ShownAsync()
    {
        var targets = (await Glue.GetCrawlerAsync(new() { Name = "w" }, Ct)).Crawler.Targets;
        var trigger = (await Glue.GetTriggerAsync(new() { Name = "t" }, Ct)).Trigger;
        return string.Join('\n', [
            .. targets.S3Targets.Select(item => $"{item.Path} {item.ConnectionName} {string.Join(' ', item.Exclusions ?? [])}"),
            .. targets.DeltaTargets.Select(item => $"{string.Join(' ', item.DeltaTables)} {item.ConnectionName}"),
            .. trigger.Actions.Select(action => action.JobName + " " + Values(action)),
            .. trigger.Predicate.Conditions.Select(condition => $"{condition.JobName} {condition.State}"),
            trigger.Predicate.Logical.Value]);
    }

    private async Task FillAsync()
    {
        await Glue.CreateCrawlerAsync(new CreateCrawlerRequest
        {
            Name = "w",
            Role = "r",
            DatabaseName = "d",
            Description = "old",
            Targets = new()
            {
                S3Targets =
                [
                    new() { Path = "s3://lake/a", Exclusions = ["tmp/**"], ConnectionName = "c1" }, new() { Path = "s3://lake/b" },
                ],
                DeltaTargets = [new() { DeltaTables = ["s3://lake/d"], CreateNativeDeltaTable = true }],
            },
        }, Ct);
        foreach (var name in new[] { "x", "y" }) await Glue.CreateJobAsync(Job(name), Ct);
        await Glue.CreateTriggerAsync(new CreateTriggerRequest
        {
            Name = "t",
            Type = "CONDITIONAL",
            Description = "old",
            Actions =
            [
                new() { JobName = "x", Arguments = new() { ["--x"] = "1", ["--y"] = "k" }, Timeout = 7 },
                new() { JobName = "y", Arguments = new() { ["--x"] = "2", ["--y"] = "k" } },
            ],
            Predicate = new()
            {
                Logical = "ANY",
                Conditions =
                [
                    new() { LogicalOperator = "EQUALS", JobName = "x", State = "SUCCEEDED" },
                    new() { LogicalOperator = "EQUALS", JobName = "y", State = "FAILED" },
                ],
            },
        }, Ct);
    }
}
