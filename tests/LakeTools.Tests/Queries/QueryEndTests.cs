using System.Diagnostics;
using Amazon.Athena;
using Amazon.Athena.Model;
using Amazon.S3.Model;
using DuckDB.NET.Data;
using LakeTools.Core;
using LakeTools.Core.Catalog;
using LakeTools.Core.Data.Export;
using LakeTools.Core.Data.Import;
using LakeTools.Core.Data.Tables;
using LakeTools.Core.Objects;
using LakeTools.Core.Queries;
using LakeTools.Query;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Tests.Local;
using LakeTools.Tests.Local.Durability;
using LakeTools.Tests.Local.LakeFormation;

namespace LakeTools.Tests.Queries;

/// <summary>How queries of a lake end, and what they tell beside their rows.</summary>
public sealed class QueryEndTests : IDisposable
{
    private const string Endless = "SELECT count(*) FROM range(1000000000000) AS t(n) WHERE n % 7 = 8";
    private const int MostAtATime = 4; // docs/queries.md

    private readonly TestLake _lake = new();

    public QueryEndTests() => QueryEngines.Use(new DuckEngine());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _lake.Dispose();

    [Fact]
    public async Task A_stop_from_another_process_ends_the_work()
    {
        var service = new QueryService(_lake.Connect());
        var queries = new List<LakeQuery>();
        for (var i = 0; i < MostAtATime; i++) queries.Add(await service.StartAsync(new QueryStart(Endless), Token).ReadAsync(Token));
        using (var other = await LakeServerProcess.StartAsync(_lake.Folder))
        {
            using var athena = new AmazonAthenaClient(_lake.CredentialsOf(),
                new AmazonAthenaConfig { ServiceURL = other.Uri.AbsoluteUri, AuthenticationRegion = "eu-central-1" });
            foreach (var query in queries)
                await athena.StopQueryExecutionAsync(new StopQueryExecutionRequest { QueryExecutionId = query.Id }, Token);
        }

        // Another one gets its turn, which it does not while all of them go on.
        Assert.Equal("1", Assert.Single(await AskAsync(_lake.Connect(), "SELECT 1 AS one")));
        foreach (var query in queries) Assert.Equal("CANCELLED", (await service.GetAsync(query.Id, Token)).State);
    }

    [Fact]
    public async Task What_the_reader_warns_of_comes_with_the_answer()
    {
        var connection = await MakeAsync("Parquet", new GlueColumn("seen", "timestamp"));
        var path = Path.Combine(_lake.Folder, "nanoseconds.parquet");
        using (var duck = new DuckDBConnection("DataSource=:memory:"))
        {
            duck.Open();
            using var command = duck.CreateCommand();
            command.CommandText = $"COPY (SELECT TIMESTAMP_NS '2026-01-31 01:02:03.123456009' AS seen) TO '{path}'";
            command.ExecuteNonQuery();
        }

        await connection.Clients.S3.PutObjectAsync(
            new PutObjectRequest { BucketName = "shop", Key = "sales/orders/a.parquet", FilePath = path }, Token);
        var told = new List<string>();
        var options = new DataImportOptions { OnBadRow = error => throw error, OnWarning = told.Add };
        await foreach (var batch in DataImport.ReadTableAsync(connection, new TableAddress("sales", "orders"), options, null, Token))
            Assert.Equal(1, batch.RowCount);
        var service = new QueryService(connection);
        var query = await service.WaitAsync(await service.StartAsync(new QueryStart("SELECT a.seen FROM sales.orders a, sales.orders b"),
            Token).ReadAsync(Token), null, new Progress<LakeProgress>(), Token);
        Assert.Equal(Assert.Single(told), query.WarningMessage);
        Assert.Null(query.ErrorMessage);
    }

    [Theory]
    [InlineData("SELECT CAST(name AS INTEGER) AS n FROM sales.orders", "1")]
    [InlineData("SELECT id FROM sales.orders WHERE CAST(name AS INTEGER) > 0 OR true", "1")]
    [InlineData("SELECT id FROM sales.orders WHERE CASE WHEN name = 'secret' THEN error(name) ELSE true END", "1")]
    [InlineData("SELECT sum(CAST(name AS INTEGER)) AS n FROM sales.orders", "1")]
    [InlineData("SELECT max(name) AS n FROM sales.orders", "1")]
    [InlineData("SELECT id FROM sales.orders ORDER BY CAST(name AS INTEGER) LIMIT 1", "1")]
    [InlineData("SELECT a.id FROM sales.orders a JOIN sales.orders b ON CAST(a.name AS INTEGER) = CAST(b.name AS INTEGER)", "1")]
    [InlineData("SELECT count(*) AS n FROM sales.orders WHERE id = 2", "0")]
    [InlineData("SELECT count(*) AS n FROM sales.orders WHERE name IS NOT DISTINCT FROM 'secret'", "0")]
    public async Task No_expression_of_a_query_sees_a_hidden_row(string sql, string expected)
    {
        var connection = await MakeAsync("Csv", new GlueColumn("id", "int"), new GlueColumn("name", "string"));
        var orders = new TableAddress("sales", "orders");
        await using (var export = await DataExport.ToTableAsync(connection, orders, new DataExportOptions(), Token))
        {
            export.Write([1, "1"], null);
            export.Write([2, "secret"], null);
            await export.CommitAsync(null, Token);
        }

        await connection.Clients.LakeFormation.RegisterResourceAsync(new Amazon.LakeFormation.Model.RegisterResourceRequest
        {
            ResourceArn = "arn:aws:s3:::shop/sales",
            UseServiceLinkedRole = true,
        }, Token);
        await connection.Clients.LakeFormation.CreateDataCellsFilterAsync(new Amazon.LakeFormation.Model.CreateDataCellsFilterRequest
        {
            TableData = new Amazon.LakeFormation.Model.DataCellsFilter
            {
                TableCatalogId = TestLake.Account,
                DatabaseName = "sales",
                TableName = "orders",
                Name = "first",
                RowFilter = new Amazon.LakeFormation.Model.RowFilter { FilterExpression = "id = 1" },
                ColumnWildcard = new Amazon.LakeFormation.Model.ColumnWildcard(),
            },
        }, Token);
        using var administrator = new LakeClients(_lake);
        await administrator.GrantAsync(
            new LakeGrant(TestLake.Analyst, LakeResource.DataFilter("sales", "orders", "first"), PermissionSet.Select), Token);
        Assert.Equal(expected, Assert.Single(await AskAsync(_lake.Connect(TestLake.Analyst), sql)));
    }

    [Fact]
    public async Task The_event_history_says_who_started_a_query()
    {
        var analyst = await new QueryService(_lake.Connect(TestLake.Analyst)).StartAsync(new QueryStart("SELECT 1 AS one"), Token)
            .ReadAsync(Token);
        var service = new QueryService(_lake.Connect());
        var own = await service.StartAsync(new QueryStart("SELECT 2 AS two"), Token).ReadAsync(Token);
        var found = new Dictionary<string, string?>();
        var listed = service.WithPrincipalsAsync(service.ListAsync(null, null, Token), Token);
        await foreach (var query in listed) found[query.Id] = query.Principal;
        Assert.Equal(TestLake.Analyst, found[analyst.Id]);
        Assert.Equal(_lake.Lake.AdministratorArn, found[own.Id]);
        Assert.Equal(_lake.Lake.AdministratorArn, own.Principal);
        Assert.Null((await service.GetAsync(own.Id, Token)).Principal);
    }

    [Fact]
    public async Task Who_waits_asks_less_and_less_often()
    {
        const int begin = 8; // until the pause is 100 milliseconds, and the last ones
        var asked = 0;
        var connection = _lake.Connect(before: inner => new Watched(inner, target =>
        {
            if (target.EndsWith(".GetQueryExecution", StringComparison.Ordinal)) Interlocked.Increment(ref asked);
        }));
        var service = new QueryService(connection);
        var query = await service.StartAsync(new QueryStart(Endless), Token).ReadAsync(Token);
        var begun = Stopwatch.GetTimestamp();
        var error = await Assert.ThrowsAsync<LakeException>(
            () => service.WaitAsync(query, TimeSpan.FromSeconds(2), new Progress<LakeProgress>(), Token));
        Assert.Equal(nameof(Fault.QueryTimeout), error.Id);

        // A busy machine needs longer to cancel the query. Every 25 milliseconds it would be asked four times as often.
        Assert.InRange(asked, 2, begin + (int)(Stopwatch.GetElapsedTime(begun).TotalMilliseconds / 100));
        Assert.Equal("CANCELLED", (await service.GetAsync(query.Id, Token)).State);
    }

    private static async Task<List<string>> AskAsync(LakeConnection connection, string sql)
    {
        var (service, progress) = (new QueryService(connection), new Progress<LakeProgress>());
        var started = await service.StartAsync(new QueryStart(sql), Token).ReadAsync(Token);
        var query = await service.WaitAsync(started, TimeSpan.FromMinutes(1), progress, Token);
        var rows = new List<string>();
        await foreach (var batch in new QueryReader(connection).ReadAsync(query, progress, Token))
            rows.AddRange(batch.Rows.Select(row => string.Join("|", row.Values)));
        return rows;
    }

    private async Task<LakeConnection> MakeAsync(string format, params GlueColumn[] columns)
    {
        var connection = _lake.Connect();
        await Buckets.CreateAsync(connection, "shop", Token);
        await new DatabaseService(connection).CreateAsync(new NewDatabaseOptions { Name = "sales" }, Token);
        await new TableService(connection).CreateAsync(TableService.Check(new NewTableOptions
        {
            DatabaseName = "sales",
            Name = "orders",
            Column = columns,
            Location = "s3://shop/sales/orders/",
            Format = format,
        }), Token);
        return connection;
    }

    /// <summary>Tells of each operation that is called.</summary>
    private sealed class Watched(HttpMessageHandler inner, Action<string> called) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Headers.TryGetValues("X-Amz-Target", out var targets)) called(targets.First());
            return base.SendAsync(request, cancellationToken);
        }
    }
}
