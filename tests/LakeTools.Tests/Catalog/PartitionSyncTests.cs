using Amazon.Glue.Model;
using LakeTools.Core.Catalog;
using LakeTools.Core.Connection;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Catalog;

/// <summary>What a comparison of partitions with their folders costs: listings of folders, and not a request for each partition.</summary>
public sealed class PartitionSyncTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>
    /// The root is listed for the folders of Hive. Above the folders of a year there is one listing more, and none for years that the
    /// root does not have; one folder is one request; and where the level above is long, no more than two for each folder are made.
    /// </summary>
    [Theory]
    [InlineData("2026/01 2026/02 2026/12", "2026/01 2026/02 2026/03 2026/04", 2, "2026/03 2026/04")]
    [InlineData("2025/01 2026/01", "2025/01 2025/02 2026/01 2026/02", 3, "2025/02 2026/02")]
    [InlineData("2026/01", "2024/01 2025/01 2025/02", 1, "2024/01 2025/01 2025/02")]
    [InlineData("2026/01 2026/02", "2026/02", 2, "")]
    [InlineData("month=1 month=2", "month=1 month=2 month=3 month=4", 1, "month=3 month=4")]
    [InlineData("a b", "a b c", 1, "c")]
    [InlineData("many", "many/x many/y", 2, "many/x many/y")]
    public async Task A_comparison_lists_folders_and_not_partitions(string folders, string partitions, int requests, string removed)
    {
        using var lake = new TestLake();
        await MakeAsync(lake.Connect(), folders.Split(' '), partitions.Split(' '));
        await AssertAsync(lake, requests, removed);
    }

    [Fact]
    public async Task A_long_folder_is_not_listed_to_its_end()
    {
        using var lake = new TestLake();
        string[] folders = [.. Enumerable.Range(0, 2100).Select(number => $"long/a{number:0000}"), "long/z1"];
        await MakeAsync(lake.Connect(), folders, ["long/z1", "long/z2"]);
        await AssertAsync(lake, 1 + 2 + 2, "long/z2");
    }

    private static async Task AssertAsync(TestLake lake, int requests, string removed)
    {
        Listings listings = null!;
        var connection = lake.Connect(before: inner => listings = new Listings(inner));
        var changes = await new PartitionSync(connection).CompareAsync("d", "t", null, isAddOnly: false, null, null, Ct);
        Assert.Equal(
            removed.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            changes.Where(change => change.Action == "Removed")
                .Select(change => change.Location!["s3://lake/t/".Length..].Trim('/')).Order());
        Assert.Equal(requests, listings.Count);
    }

    private static async Task MakeAsync(LakeConnection connection, string[] folders, string[] partitions)
    {
        await connection.Clients.S3.PutBucketAsync(new Amazon.S3.Model.PutBucketRequest { BucketName = "lake" }, Ct);
        var side = new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Ct };
        await Parallel.ForEachAsync(folders, side, async (folder, ct) =>
            await connection.Clients.S3.PutObjectAsync(
                new Amazon.S3.Model.PutObjectRequest { BucketName = "lake", Key = $"t/{folder}/1.csv", ContentBody = "1" }, ct));

        await connection.Clients.Glue.CreateDatabaseAsync(
            new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = "d" } }, Ct);
        await new TableService(connection).CreateAsync(TableService.Check(new NewTableOptions
        {
            DatabaseName = "d",
            Name = "t",
            Column = [new GlueColumn("id", "int", null)],
            PartitionKey = [new GlueColumn("month", "string", null)],
            Location = "s3://lake/t/",
        }), Ct);
        var made = partitions.Select(folder => new NewPartition(
            [folder.StartsWith("month=", StringComparison.Ordinal) ? folder["month=".Length..] : folder], $"s3://lake/t/{folder}/"));
        await foreach (var outcome in new PartitionService(connection).CreateAsync("d", "t", [.. made], null, Ct))
            Assert.Null(outcome.Error);
    }

    private sealed class Listings(HttpMessageHandler lake) : DelegatingHandler(lake)
    {
        private int _count;

        public int Count => _count;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.Query.Contains("list-type=2", StringComparison.Ordinal)) Interlocked.Increment(ref _count);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
