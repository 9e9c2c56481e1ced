using Amazon.Glue.Model;
using Amazon.IdentityManagement.Model;
using Amazon.LakeFormation.Model;
using Amazon.S3.Model;
using Amazon.SecretsManager.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Core.Reports;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Definitions;

/// <summary>Reading a lake in which another removes a database, a table or a data filter, after each of the requests in turn.</summary>
public sealed class RemovedMeanwhileTests
{
    // Everything in the database goes, so that the losses are read too.
    private const string Text = "lake: 1\nname: meanwhile\nowns: [ { database: d1 } ]\n";

    private static readonly DefinitionSource s_source = new(new Dictionary<string, Func<string, string, DefinitionNode>>());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("database")]
    [InlineData("table")]
    [InlineData("filter")]
    public async Task A_comparison_goes_on_without_it(string gone)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "meanwhile.yaml");
        await File.WriteAllTextAsync(file, Text, Ct);
        var requests = await AfterEachAsync(gone, connection => new DefinitionService(
            connection, new FolderJournal(Path.Combine(folder.Path, "journal")), new RetryPause((_, _) => Task.CompletedTask, () => 0))
            .CompareAsync(s_source, file, new Dictionary<string, string>(), detailed: false, null, Ct));
        Assert.True(requests > 14, $"The comparison had {requests} requests.");
    }

    [Theory]
    [InlineData("database")]
    [InlineData("table")]
    [InlineData("filter")]
    public async Task A_report_goes_on_without_it(string gone)
    {
        using var folder = new TemporaryFolder();
        var page = Path.Combine(folder.Path, "report.html");
        var requests = await AfterEachAsync(gone, connection => new ReportService(connection, TimeProvider.System)
            .ExportAsync(page, new ReportOptions(), null, Ct));
        Assert.True(requests > 14, $"The report had {requests} requests.");
    }

    [Theory]
    [InlineData("role")]
    [InlineData("policy")]
    [InlineData("bucket")]
    [InlineData("secret")]
    [InlineData("job")]
    [InlineData("crawler")]
    [InlineData("connection")]
    public async Task A_comparison_goes_on_without_a_thing_that_has_a_name(string gone)
    {
        var kind = gone == "policy" ? "role" : gone;
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "meanwhile.yaml");
        await File.WriteAllTextAsync(file, $"lake: 1\nname: meanwhile\nowns: [ {{ {kind}: 'n*' }} ]\n", Ct);
        var requests = await AfterEachAsync(gone, async connection =>
        {
            var plan = await new DefinitionService(
                connection, new FolderJournal(Path.Combine(folder.Path, "journal")), new RetryPause((_, _) => Task.CompletedTask, () => 0))
                .CompareAsync(s_source, file, new Dictionary<string, string>(), detailed: false, null, Ct);

            // What is still there is in the plan; a role whose policy is removed, too.
            Assert.Contains(plan.Steps, step => step is { Before: not null, After: null }
                && step.Item.Key.Id.StartsWith("n2", StringComparison.Ordinal));
            if (gone == "policy") Assert.Contains(plan.Steps, step => step is { Before: not null, After: null, Item.Key.Id: "n1" });
        });
        Assert.True(requests >= 1, $"The comparison had {requests} requests.");
    }

    // Runs the work again and again, on a new lake from which something is removed after one more request.
    private static async Task<int> AfterEachAsync(string gone, Func<LakeConnection, Task> work)
    {
        var last = 0;
        WatchingHandler handler;
        do
        {
            last++;
            using var lake = await PartsLake.MakeAsync(Ct);
            var other = lake.Connect().Clients;
            async Task RemoveAsync(int number)
            {
                if (number != last) return;
                switch (gone)
                {
                    case "database":
                        await other.Glue.DeleteDatabaseAsync(new DeleteDatabaseRequest { Name = "d1" }, Ct);
                        break;
                    case "table":
                        await other.Glue.DeleteTableAsync(new DeleteTableRequest { DatabaseName = "d1", Name = "t1" }, Ct);
                        break;
                    case "role":
                        foreach (var policy in new[] { "p1", "p2" })
                            await other.Iam.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = "n1", PolicyName = policy }, Ct);
                        await other.Iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = "n1" }, Ct);
                        break;
                    case "policy":
                        await other.Iam.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = "n1", PolicyName = "p2" }, Ct);
                        break;
                    case "bucket":
                        await other.S3.DeleteBucketAsync(new DeleteBucketRequest { BucketName = "n1-bucket" }, Ct);
                        break;
                    case "secret":
                        await other.SecretsManager.DeleteSecretAsync(
                            new DeleteSecretRequest { SecretId = "n1", ForceDeleteWithoutRecovery = true }, Ct);
                        break;
                    case "job":
                        await other.Glue.DeleteJobAsync(new DeleteJobRequest { JobName = "n1" }, Ct);
                        break;
                    case "crawler":
                        await other.Glue.DeleteCrawlerAsync(new DeleteCrawlerRequest { Name = "n1" }, Ct);
                        break;
                    case "connection":
                        await other.Glue.DeleteConnectionAsync(new DeleteConnectionRequest { ConnectionName = "n1" }, Ct);
                        break;
                    default:
                        await other.LakeFormation.DeleteDataCellsFilterAsync(new DeleteDataCellsFilterRequest
                        {
                            TableCatalogId = TestLake.Account, DatabaseName = "d1", TableName = "t1", Name = "f",
                        }, Ct);
                        break;
                }
            }

            handler = null!;
            await work(lake.Connect(before: inner => handler = new WatchingHandler(inner, null, RemoveAsync)));
        }
        while (handler.Count >= last);

        return last - 1;
    }
}
