using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LakeTools.Local.Identity;
using LakeTools.Tests.Local.Lakes;
using LakeTools.Tests.Local.Wire;

namespace LakeTools.Tests.Local.Fuzz;

/// <summary>
/// Well-signed requests whose contents were changed: the decoders, the checks and the parsers behind them have an answer that is no
/// fault of ours.
/// </summary>
public sealed class ServiceFuzzTests : IAsyncLifetime
{
    private const string S3 = "s3.eu-central-1.amazonaws.com";

    private readonly TestLake _lake = new();
    private readonly LocalCredential _keys;

    public ServiceFuzzTests()
    {
        _keys = _lake.Lake.CredentialFor(_lake.Lake.AdministratorArn);
    }

    /// <summary>A lake with something of everything, so that requests find what they are about.</summary>
    public async ValueTask InitializeAsync()
    {
        foreach (var call in KeptLake.Making) await call.SendAsync(_lake.Lake);
    }

    [Fact]
    public void Changed_bodies_of_every_service() => FuzzRuns.Try(
        from call in Gen.Elements(KeptLake.Making.Concat(KeptLake.Reading).Where(call => call.Service != "s3").ToArray())
        from body in Mutation.Of([call.Body])
        select call with { Body = body },
        async call => NoFault(await call.ToRequest().Sign(_keys, call.Service).SendAsync(_lake.Lake)));

    [Fact]
    public void Changed_XML() => FuzzRuns.Try(
        from request in Gen.Elements(
            ("POST", "/weather-data", "delete=", "<Delete><Object><Key>a</Key></Object><Quiet>true</Quiet></Delete>"),
            ("POST", "/weather-data/a", "uploadId=0",
                "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>\"0\"</ETag></Part></CompleteMultipartUpload>"),
            ("PUT", "/weather-data/replaced", "tagging=", "<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>"))
        from body in Mutation.Of([request.Item4])
        select new RawRequest(request.Item1, S3, request.Item2, request.Item3, body),
        async request => NoFault(await request.Sign(_keys, "s3").SendAsync(_lake.Lake)));

    [Fact]
    public void Changed_headers_of_S3()
    {
        (string Name, string Value)[] headers =
        [
            ("range", "bytes=0-3"), ("if-match", "\"a\""), ("if-none-match", "*"), ("if-modified-since", "Tue, 24 Nov 2026 00:00:00 GMT"),
                ("content-md5", "1B2M2Y8AsgTpgAmY7PhCfg=="),
            ("x-amz-tagging", "a=b&c=d"), ("x-amz-copy-source", "/weather-data/replaced"), ("x-amz-copy-source-range", "bytes=0-1"),
                ("x-amz-checksum-crc32", "AAAAAA=="),
            ("x-amz-checksum-algorithm", "CRC32"), ("x-amz-sdk-checksum-algorithm", "SHA256"), ("x-amz-metadata-directive", "REPLACE"),
                ("x-amz-meta-a", "b"), ("content-encoding", "aws-chunked,gzip"),
            ("content-length", "0"), ("x-amz-decoded-content-length", "0"), ("x-amz-trailer", "x-amz-checksum-crc32"),
                ("date", "Tue, 24 Nov 2026 00:00:00 GMT"),
        ];
        FuzzRuns.Try(
            from method in Gen.Elements("GET", "PUT", "HEAD", "DELETE", "POST")
            from path in Gen.Elements("/weather-data/replaced", "/weather-data/new", "/weather-data", "/")
            from query in Gen.Elements("", "uploads=", "list-type=2", "partNumber=1&uploadId=0", "tagging=", "versions=", "max-keys=0",
                "max-keys=1", "list-type=2&continuation-token=x", "acl=", "location=")
            from header in Gen.Elements(headers)
            from value in Mutation.Of([header.Value])
            select new RawRequest(method, S3, path, query, "").With(header.Name, Line(value)),
            async request => NoFault(await request.Sign(_keys, "s3").SendAsync(_lake.Lake)));
    }

    [Fact]
    public void Row_filters() => Text(
        Mutation.Soup("temp_max", " > ", "20", "'text'", " AND ", "(", ")", " IN (1,2)", "date", " IS NOT NULL", " LIKE 'a%'", "true"),
        "lakeformation",
        "CreateDataCellsFilter",
        text => new
        {
            TableData = new { TableCatalogId = TestLake.Account, DatabaseName = "weather", TableName = "seattle", Name = "f",
                RowFilter = new { FilterExpression = text }, ColumnNames = (string[])["date"] },
        });

    [Fact]
    public void Partition_expressions() => Text(
        Mutation.Soup("year", " = ", "2012", "'2012'", " AND ", "(", ")", " IN (1,2)", " BETWEEN 1 AND 2", " IS NULL", " LIKE '2%'",
            " NOT "),
        "glue",
        "GetPartitions",
        text => new { DatabaseName = "weather", TableName = "seattle", Expression = text });

    [Fact]
    public void Schedules() => Text(
        Mutation.Soup("cron(", "rate(", ")", "0 ", "12 ", "* ", "? ", "1/3 ", "MON-FRI ", "10 days", "L ", "#2", "2026"),
        "secretsmanager",
        "RotateSecret",
        text => new
        {
            SecretId = "binary",
            RotationLambdaARN = "arn:aws:lambda:eu-central-1:111122223333:function:LakeTools-Manual",
            RotateImmediately = false,
            RotationRules = new { ScheduleExpression = text },
        });

    [Fact]
    public void Tag_expressions() => Text(
        Mutation.Soup("domain", "weather", "sales", "*", "a"),
        "lakeformation",
        "SearchTablesByLFTags",
        text => new { Expression = (object[])[new { TagKey = text, TagValues = (string[])[text] }] });

    [Fact]
    public void Log_patterns() => Text(
        Mutation.Soup("error", " ", "?", "-", "\"a b\"", "{ $.a = 1 }", "[a, b]", "%"),
        "logs",
        "FilterLogEvents",
        text => new { logGroupName = "/kept", filterPattern = text });

    /// <summary>What nests is bounded before it is followed.</summary>
    [Theory]
    [InlineData("(")]
    [InlineData("NOT ")]
    [InlineData("NOT(")]
    [InlineData("year = 1 AND ")]
    [InlineData("year = 1 OR (")]
    public async Task Deep_expressions(string part)
    {
        foreach (var length in (int[])[100, 2000, 200_000])
        {
            var text = string.Concat(Enumerable.Repeat(part, length / part.Length));
            await SendAsync("glue", "GetPartitions", new { DatabaseName = "weather", TableName = "seattle", Expression = text });
            var filter = new { TableCatalogId = TestLake.Account, DatabaseName = "weather", TableName = "seattle", Name = "f",
                RowFilter = new { FilterExpression = text } };
            await SendAsync("lakeformation", "CreateDataCellsFilter", new { TableData = filter });
        }
    }

    [Fact]
    public async Task Deep_XML_is_refused()
    {
        var xml = string.Concat(Enumerable.Repeat("<a>", 1_000_000)) + string.Concat(Enumerable.Repeat("</a>", 1_000_000));
        var answer = await new RawRequest("POST", S3, "/weather-data", "delete=", xml).Sign(_keys, "s3").SendAsync(_lake.Lake);
        Assert.Equal(400, answer.Status);
    }

    public ValueTask DisposeAsync()
    {
        _lake.Dispose();
        return ValueTask.CompletedTask;
    }

    private static void NoFault((int Status, string Body) answer) =>
        Assert.True(answer.Status is < 500 or 501, $"{answer.Status} {answer.Body}");

    /// <summary>As a header comes from the front: in one line, without control characters, trimmed.</summary>
    private static string Line(string value) => string.Concat(value.Where(c => !char.IsControl(c))).Trim();

    private void Text(Gen<string> texts, string service, string operation, Func<string, object> body) =>
        FuzzRuns.Try(texts, text => SendAsync(service, operation, body(text)));

    private async Task SendAsync(string service, string operation, object body) => NoFault(
        await new RecordedCall(service, operation, JsonSerializer.Serialize(body)).ToRequest().Sign(_keys, service).SendAsync(_lake.Lake));
}
