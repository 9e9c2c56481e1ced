using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.S3.Model;
using DuckDB.NET.Data;
using FsCheck;
using FsCheck.Fluent;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Export;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Import;
using LakeTools.Core.Data.Rows;
using LakeTools.Core.Data.Tables;
using LakeTools.Core.Objects;
using Xunit;

namespace LakeTools.Tests.Data;

/// <summary>Rows that go from a file of one form into a file of another say the same to DuckDB, which reads what was written.</summary>
public class FormatPairTests
{
    private static readonly string[] s_types =
    [
        "boolean", "tinyint", "smallint", "int", "bigint", "float", "double", "decimal(9,2)", "decimal(38,10)", "date", "timestamp",
        "string",
    ];

    // What looks like something else, and is text all the same.
    private static readonly string[] s_texts =
    [
        "", "42", "1.10", "true", "007", "2024-01-01", "2024-01-01T10:00:00+02:00", "1e5", "NULL", "\\N", "a,b", "\"q\"", "x\ny",
        "\u00e9\U0001F600",
    ];

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var from in DataFormats.Names)
                foreach (var to in DataFormats.Names) pairs.Add(from, to);
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Rows_say_the_same_to_another_reader(string from, string to)
    {
        using var lake = await ExportLake.MakeAsync();
        var number = 0;
        Prop.ForAll(Arb.From(Tables()), table =>
        {
            var (source, target) = ($"f{number}{RowFormats.OfName(from).Extension}", $"t{number++}{RowFormats.OfName(to).Extension}");
            var bytes = FileBytes.Write(RowFormats.OfName(from), table.Columns, table.Rows, source);
            var path = CopyAsync(lake, bytes, source, target).GetAwaiter().GetResult();
            var read = DuckRows(path, to, table.Columns.Length);
            return read.Count == table.Rows.Length && table.Rows.Zip(read).All(pair =>
                pair.First.Zip(pair.Second).All(cells => Says(cells.First, cells.Second, from is "Csv" or "Tsv")));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20).WithReplay(20261127, 7));
    }

    [Theory]
    [InlineData("Csv", "Parquet", "2024-01-01")]
    [InlineData("Tsv", "Parquet", "5")]
    [InlineData("Csv", "Json", "true")]
    public async Task An_empty_text_stays_one(string from, string to, string other)
    {
        using var lake = await ExportLake.MakeAsync();
        FileColumn[] columns = [new("c0", CellType.FromHive("int")), new("c1", CellType.Text)];
        object?[][] rows = [[1, other], [2, ""], [3, null]];
        var (source, target) = ($"a{RowFormats.OfName(from).Extension}", $"b{RowFormats.OfName(to).Extension}");
        var path = await CopyAsync(lake, FileBytes.Write(RowFormats.OfName(from), columns, rows, source), source, target);
        Assert.Equal([other, "", null], DuckRows(path, to, columns.Length).Select(row => row[1]));
    }

    [Theory]
    [InlineData("Parquet")]
    [InlineData("Json")]
    public async Task Nested_rows_of_Parquet_say_the_same_to_another_reader(string to)
    {
        using var lake = await ExportLake.MakeAsync();
        for (var seed = 0; seed < 25; seed++)
        {
            var random = new NestedValues(seed);
            FileColumn[] columns = [new("c0", CellType.FromHive("int")), new("c1", random.Type(3))];
            var rows = Enumerable.Range(0, 1 + random.Next(8))
                .Select(i => new[] { i, random.Value(columns[1].Type!.Value) }).ToArray();
            var bytes = FileBytes.Write(RowFormats.OfName("Parquet"), columns, rows, "x.parquet");
            var path = await CopyAsync(lake, bytes, $"n{seed}.parquet", $"m{seed}{RowFormats.OfName(to).Extension}");
            using var duck = Open();
            using var command = duck.CreateCommand();
            command.CommandText = to == "Json" ? $"select to_json(c1)::varchar from read_json('{path}', format = 'newline_delimited', "
                + "columns = {c0: 'INTEGER', c1: 'JSON'}) order by c0" : $"select to_json(c1)::varchar from '{path}' order by c0";
            using var reader = command.ExecuteReader();
            foreach (var row in rows)
            {
                Assert.True(reader.Read());
                var expected = JsonNode.Parse(JsonCellWriter.Format(new DataRow(["v"], [row[1]]),
                    CellType.StructOf([new CellField("v", columns[1].Type!.Value)])))!["v"];
                var read = reader.IsDBNull(0) ? null : JsonNode.Parse(reader.GetString(0));
                Assert.True(SameJson(expected, read), $"seed {seed}: {expected?.ToJsonString()} / {read?.ToJsonString()}");
            }
        }
    }

    [Fact]
    public async Task Types_of_Parquet_stay_types_of_Parquet()
    {
        using var lake = await ExportLake.MakeAsync();
        var columns = s_types.Append("array<decimal(9,2)>").Append("map<int,string>")
            .Select((type, i) => new FileColumn($"c{i}", CellType.FromHive(type))).ToArray();
        var bytes = FileBytes.Write(RowFormats.OfName("Parquet"), columns, [new object?[columns.Length]], "x.parquet");
        var path = await CopyAsync(lake, bytes, "a.parquet", "b.parquet");
        using var duck = Open();
        using var command = duck.CreateCommand();
        command.CommandText = $"select string_agg(column_type, ' ') from (describe select * from '{path}')";
        Assert.Equal("BOOLEAN TINYINT SMALLINT INTEGER BIGINT FLOAT DOUBLE DECIMAL(9,2) DECIMAL(38,10) DATE TIMESTAMP VARCHAR "
            + "DECIMAL(9,2)[] MAP(INTEGER, VARCHAR)", command.ExecuteScalar());
    }

    private static Gen<Table> Tables() =>
        Gen.Elements(s_types).NonEmptyListOf().SelectMany(types =>
        {
            // In delimited text a null in an only column would be an empty line, which is no row: it is written as an empty text.
            var columns = types.Take(6).Prepend("int").Select((type, i) => new FileColumn($"c{i}", CellType.FromHive(type))).ToArray();
            var row = Gen.CollectToArray(columns.Select(column =>
                column.Name == "c0" ? Values(column.Type!.Value)
                    : Gen.Frequency((4, Values(column.Type!.Value)), (1, Gen.Constant<object?>(null)))));
            return row.ListOf().Where(rows => rows.Count > 0).Select(rows => new Table(columns, [.. rows]));
        });

    private static Gen<object?> Values(CellType type) => type.Kind switch
    {
        CellKind.Boolean => Gen.Elements<object?>(true, false),
        CellKind.TinyInt => Gen.Choose(-128, 127).Select(value => (object?)(sbyte)value),
        CellKind.SmallInt => Gen.Choose(-32768, 32767).Select(value => (object?)(short)value),
        CellKind.Int => Gen.Choose(int.MinValue, int.MaxValue).Select(value => (object?)value),
        CellKind.BigInt => Gen.Choose(int.MinValue, int.MaxValue).Select(value => (object?)(value * 4_000_000_007L)),
        CellKind.Float => Gen.Choose(-999_999, 999_999).Select(value => (object?)(value / 8f)),
        CellKind.Double => Gen.Choose(int.MinValue, int.MaxValue).Select(value => (object?)(value / 7.0)),
        CellKind.Decimal => Gen.Choose(-999_999_999, 999_999_999).Select(value => (object?)(value / 100m)),
        CellKind.Date => Gen.Choose(-60_000, 60_000).Select(value => (object?)new DateTime(1970, 1, 1).AddDays(value)),
        CellKind.Timestamp => Gen.Choose(int.MinValue, int.MaxValue)
            .Select(value => (object?)new DateTime(1970, 1, 1).AddTicks(value * 10_000_010L)),
        _ => Gen.Elements(s_texts).Select(value => (object?)value),
    };

    // As Import-LakeData -Raw and Export-LakeData do it.
    private static async Task<string> CopyAsync(ExportLake lake, byte[] bytes, string source, string target)
    {
        var connection = lake.Connect();
        var client = connection.Clients.S3;
        await client.PutObjectAsync(new PutObjectRequest
        {
            BucketName = ExportLake.Bucket,
            Key = source,
            InputStream = new MemoryStream(bytes),
        });
        var options = new DataImportOptions { OnBadRow = error => throw error, Clock = lake.Clock };
        await using (var export = DataExport.ToUri(connection, $"s3://{ExportLake.Bucket}/{target}",
            new DataExportOptions { Clock = lake.Clock }, CancellationToken.None))
        {
            await foreach (var batch in DataImport.ReadAsync(
                connection, new ObjectSource($"s3://{ExportLake.Bucket}/{source}"), options, null,
                CancellationToken.None))
            {
                if (export.Columns.Count == 0) export.Begin(batch.ColumnNames.Select(name => new ExportColumn(name)).ToArray());
                foreach (var row in batch.Rows) export.Write(row.Values, null, batch.Columns);
            }

            await export.CommitAsync(null, CancellationToken.None);
        }

        using var answer = await client.GetObjectAsync(ExportLake.Bucket, target);
        var path = Path.Combine(lake.Path, target);
        await answer.WriteResponseStreamToFileAsync(path, append: false, CancellationToken.None);
        return path;
    }

    private static List<object?[]> DuckRows(string path, string format, int width)
    {
        var columns = string.Join(", ", Enumerable.Range(0, width).Select(i => $"c{i}: 'VARCHAR'"));
        using var duck = Open();
        using var command = duck.CreateCommand();
        command.CommandText = "select * from " + format switch
        {
            "Parquet" => $"'{path}'",
            "Json" => $"read_json('{path}', format = 'newline_delimited', columns = {{{columns}}})",
            _ => $"read_csv('{path}', header = true, delim = '{(format == "Tsv" ? "\t" : ",")}', quote = '\"', escape = '\"', "
                + $"nullstr = '', allow_quoted_nulls = false, auto_detect = false, columns = {{{columns}}})",
        };
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add(Enumerable.Range(0, width).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i)).ToArray());
        return rows;
    }

    private static DuckDBConnection Open()
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        return connection;
    }

    // Of text without types it counts what it says: 1.10 is 1.1. Elsewhere a text is that text.
    private static bool Says(object? expected, object? read, bool isUntyped) => (expected, read) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (string text, string other) when text == other => true,
        (string text, _) => isUntyped && SaysText(text, read),
        (DateTime time, DateOnly date) => time == date.ToDateTime(TimeOnly.MinValue),
        (DateTime time, DateTime other) => time == other,
        (DateTime time, string text) => time == DateTime.Parse(text, CultureInfo.InvariantCulture),
        (bool truth, _) => truth == Convert.ToBoolean(read, CultureInfo.InvariantCulture),
        (float number, _) => number == Convert.ToSingle(read, CultureInfo.InvariantCulture),
        (double number, _) => number == Convert.ToDouble(read, CultureInfo.InvariantCulture),
        _ => Convert.ToDecimal(expected, CultureInfo.InvariantCulture) == Convert.ToDecimal(read, CultureInfo.InvariantCulture),
    };

    private static bool SaysText(string text, object read) => read switch
    {
        bool truth => text == (truth ? "true" : "false"),
        DateTime time => time == DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcDateTime,
        DateOnly date => date == DateOnly.Parse(text, CultureInfo.InvariantCulture),
        string => false,
        _ => double.Parse(text, CultureInfo.InvariantCulture) == Convert.ToDouble(read, CultureInfo.InvariantCulture),
    };

    private static bool SameJson(JsonNode? expected, JsonNode? read) => (expected, read) switch
    {
        (null, null) => true,
        (JsonArray left, JsonArray right) => left.Count == right.Count && left.Zip(right).All(pair => SameJson(pair.First, pair.Second)),
        (JsonObject left, JsonObject right) => left.Count == right.Count
            && left.All(pair => right.TryGetPropertyValue(pair.Key, out var other) && SameJson(pair.Value, other)),
        (JsonValue left, JsonValue right) when left.GetValueKind() == System.Text.Json.JsonValueKind.Number =>
            right.GetValueKind() == System.Text.Json.JsonValueKind.Number
            && Number(left) == Number(right),
        _ => JsonNode.DeepEquals(expected, read),
    };

    private static double Number(JsonValue value) => double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);

    private sealed record Table(FileColumn[] Columns, object?[][] Rows)
    {
        public override string ToString() => string.Join(',', Columns.Select(column => column.Type!.Value.ToHive())) + ": "
            + string.Join(" / ", Rows.Select(row => string.Join('|', row.Select(value => value ?? "null"))));
    }
}
