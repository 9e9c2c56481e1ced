using System.Net;
using System.Text;
using LakeTools.Core;
using LakeTools.Core.Queries;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Queries;

/// <summary>Results as Athena's GetQueryResults returns them for statements without a file of CSV.</summary>
public sealed class QueryResultTests : IDisposable
{
    private readonly TestLake _lake = new();

    public void Dispose() => _lake.Dispose();

    [Theory]
    [InlineData("tab_name", "orders;customers", "orders;customers")] // SHOW TABLES
    [InlineData("createtab_stmt", "CREATE EXTERNAL TABLE `orders`(;  `id` int)", "CREATE EXTERNAL TABLE `orders`(;  `id` int)")]
    [InlineData("id,name", "id,name;1,a", "1|a")] // SELECT, of which Athena keeps the result
    [InlineData("a,a", "a,a;1,2", "1|2")]
    [InlineData("Query Plan", "Query Plan;Fragment 0", "Fragment 0")] // EXPLAIN
    [InlineData("col_name,data_type,comment", "id   \tint     \t        ;name\tstring\tbuyer", "id|int|;name|string|buyer")]
    [InlineData("col_name,data_type,comment", "# Partition Information\t \t ;day", "# Partition Information||;day||")] // DESCRIBE
    public async Task Only_a_first_row_that_names_the_columns_is_none(string columns, string answered, string expected)
    {
        var result = new
        {
            ResultSet = new
            {
                ResultSetMetadata = new { ColumnInfo = columns.Split(',').Select(name => new { Name = name, Type = "string" }) },
                Rows = answered.Split(';').Select(row => new
                {
                    Data = row.Split(',').Select(text => new { VarCharValue = text }),
                }),
            },
        };
        var answer = System.Text.Json.JsonSerializer.Serialize(result);
        var connection = _lake.Connect(before: _ => new Answer(answer));
        var query = new LakeQuery { Id = "1", State = "SUCCEEDED", Query = "", OutputLocation = "s3://results/a.txt" };
        var rows = new List<string>();
        var batches = new QueryReader(connection).ReadAsync(query, new Progress<LakeProgress>(), TestContext.Current.CancellationToken);
        await foreach (var batch in batches) rows.AddRange(batch.Rows.Select(row => string.Join('|', row.Values)));
        Assert.Equal(expected, string.Join(';', rows));
    }

    /// <summary>Answers each call with a text.</summary>
    private sealed class Answer(string text) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(text, Encoding.UTF8, "application/x-amz-json-1.1"),
                RequestMessage = request,
            });
    }
}
