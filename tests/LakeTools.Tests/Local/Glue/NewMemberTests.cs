using Amazon.Glue;
using Amazon.Glue.Model;
using LakeTools.Tests.Local.LakeFormation;

namespace LakeTools.Tests.Local.Glue;

/// <summary>Members that AWS's models have since 2026: what the embedded lake takes, it keeps, acts on or rejects by name.</summary>
public sealed class NewMemberTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Members_of_a_table_are_kept()
    {
        using var lake = new TestLake();
        using var clients = new LakeClients(lake);
        var input = new TableInput
        {
            Name = "view",
            FederatedTable = new FederatedTable { Identifier = "remote", ConnectionName = "c" },
            ViewDefinition = new ViewDefinitionInput
            {
                IsManaged = true,
                SubObjectsStatistics = [new SubObjectStatistics { SourceType = SubObjectSourceType.FindValue("ICEBERG"), FileCount = 3 }],
                SparkPipelineInfo = new() { ["pipeline"] = "p" },
            },
        };
        await CreateAsync(clients, input);

        var table = (await clients.Glue.GetTableAsync(new GetTableRequest { DatabaseName = "d", Name = "view" }, Cancellation)).Table;

        Assert.Equal("remote", table.FederatedTable.Identifier);
        Assert.True(table.ViewDefinition.IsManaged);
        Assert.Equal(3, Assert.Single(table.ViewDefinition.SubObjectsStatistics).FileCount);
        Assert.Equal("p", table.ViewDefinition.SparkPipelineInfo["pipeline"]);
    }

    [Fact]
    public async Task Federated_tables_are_listed_alone_where_they_are_asked_for()
    {
        using var lake = new TestLake();
        using var clients = new LakeClients(lake);
        await CreateAsync(clients, new TableInput { Name = "plain" });
        await CreateAsync(clients, new TableInput { Name = "remote", FederatedTable = new FederatedTable { Identifier = "r" } });

        Assert.Equal(["plain", "remote"], await ListAsync(clients, TableResourceShareType.ALL));
        Assert.Equal(["remote"], await ListAsync(clients, TableResourceShareType.FEDERATED));
    }

    [Fact]
    public async Task A_crawler_keeps_its_catalog()
    {
        using var lake = new TestLake();
        using var clients = new LakeClients(lake);
        await clients.Glue.CreateCrawlerAsync(
            new CreateCrawlerRequest
            {
                Name = "c",
                Role = "arn:aws:iam::111122223333:role/crawler",
                CatalogId = "111122223333",
                Targets = new CrawlerTargets { S3Targets = [new S3Target { Path = "s3://bucket/path" }] },
            },
            Cancellation);

        var crawler = (await clients.Glue.GetCrawlerAsync(new GetCrawlerRequest { Name = "c" }, Cancellation)).Crawler;

        Assert.Equal("111122223333", crawler.CatalogId);
    }

    [Fact]
    public void Log_events_are_not_filtered_from_the_latest_on()
    {
        using var lake = new TestLake();
        var logs = new ApiDriver(lake, new LakeTools.Local.Logs.LogsApi());
        logs.Call("CreateLogGroup", new { logGroupName = "g" });

        Assert.Equal("InvalidParameterException", logs.Refused("FilterLogEvents", new { logGroupName = "g", startFromHead = false }));
        Assert.NotNull(logs.Call("FilterLogEvents", new { logGroupName = "g", startFromHead = true })["events"]);
    }

    private static async Task CreateAsync(LakeClients clients, TableInput input)
    {
        try
        {
            var database = new DatabaseInput { Name = "d" };
            await clients.Glue.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = database }, Cancellation);
        }
        catch (AlreadyExistsException)
        {
            // An earlier table made it.
        }

        await clients.Glue.CreateTableAsync(new CreateTableRequest { DatabaseName = "d", TableInput = input }, Cancellation);
    }

    private static async Task<List<string>> ListAsync(LakeClients clients, TableResourceShareType share) =>
        [.. (await clients.Glue.GetTablesAsync(new GetTablesRequest { DatabaseName = "d", ResourceShareType = share }, Cancellation))
            .TableList.Select(table => table.Name)];
}
