using System.Text;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Import;
using LakeTools.Core.Data.Json;
using LakeTools.Core.Data.Rows;
using Xunit;

namespace LakeTools.Tests.Data;

public class JsonRowReaderTests
{
    public static TheoryData<string, string[]> Good => new()
    {
        { "{\"a\":1}\n{\"a\":2}\n", ["{\"a\":1}", "{\"a\":2}"] },
        { "\uFEFF{\"a\":1}\r\n\r\n  {\"a\":2}", ["{\"a\":1}", "{\"a\":2}"] },
        { "[{\"a\":1},{\"a\":2}]", ["{\"a\":1}", "{\"a\":2}"] },
        { "[\n {\n  \"a\": 1 }\n ,\n {\"a\": \"]}\\\"\"}\n]\n", ["{\"a\":1}", "{\"a\":\"]}\\\"\"}"] },
        { "[]", [] },
        { "", [] },
        { "{}\n", ["{}"] },
        { "{\"a\":1,\"b\":2}\n{\"b\":3}\n{\"a\":null}", ["{\"a\":1,\"b\":2}", "{\"b\":3}", "{\"a\":null}"] },
        { "{\"a\":{\"b\":[1,null,{\"c\":true}]}}", ["{\"a\":{\"b\":[1,null,{\"c\":true}]}}"] },
        { "{\"a\":1,\"A\":2,\"a\":3}", ["{\"a\":1,\"A_2\":2,\"a_3\":3}"] },
        { "{\"a\":1}{\"a\":2} {\"a\":3}\n{\"a\":4}", ["{\"a\":1}", "{\"a\":2}", "{\"a\":3}", "{\"a\":4}"] },
        { "{\n  \"a\": 1,\n  \"b\": [\n{\"c\": \"}\\\"\"},\n{\"c\": 2}\n]\n}\n{\n\"a\":2}\n{\"a\":3}\n",
            ["{\"a\":1,\"b\":[{\"c\":\"}\\\"\"},{\"c\":2}]}", "{\"a\":2}", "{\"a\":3}"] },
        { "{\n\n}", ["{}"] },
        { "{\"a\":12345678901234567890,\"b\":0.1234567890123456789,\"c\":1e400}",
            ["{\"a\":12345678901234567890,\"b\":0.1234567890123456789,\"c\":\"1e400\"}"] },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void Lines_and_arrays_are_read_as_they_say(string text, string[] rows)
    {
        foreach (var chunk in new[] { 1, 3, 65536 })
        {
            var read = Read(text, chunk, new FileColumns("x.json", []), out var bad);
            Assert.Empty(bad);
            Assert.Equal(rows, read.Select(row => JsonCellWriter.Format(row)));
        }
    }

    public static TheoryData<string, string[], string[]> Bad => new()
    {
        { "{\"n\":1}\n{\"n\":x}\n{\"n\":3}\n", ["2 6"], ["1", "3"] },
        { "{\"n\":1}\n{\"n\":\"x\"}\n\n{\"n\":3}\n", ["2 n"], ["1", "3"] },
        { "{\"n\":1}\n5\n[1]\n{\"n\":3}\n", ["2 1", "3 1"], ["1", "3"] },
        { "{\"n\":1\n{\"n\":2}\n", ["1 7"], ["2"] },
        { "{\"n\":1} x\n{\"n\":2}\n", ["1 9"], ["1", "2"] },
        { "{\"n\":1,\n{\"n\":2}\n", ["1 7"], ["2"] },
        { "{\"n\":\"1\n{\"n\":2}\n", ["1 8"], ["2"] },
        { "{\"n\":1},\n{\"n\":2},\n", ["1 8", "2 8"], ["1", "2"] },
        { "{\"n\":1}\n{\n  \"n\": 2,\n  \"m\": [\n    {\"n\": 8},\n    {\"n\": 9}\n  ],,\n}\n", ["7 5"], ["1"] },
        { "{ \"n\": x,\n  \"m\": [\n{\"n\": 8}\n]}\n", ["1 8"], [] },
        { "{\n  \"n\": 1,\n  \"m\": [\n{\"n\": 8}\n", ["5 1"], [] },
        { "{\"n\":1,\"N\":2}\n{\"n\":3,\"n\":3}\n{\"n\":4}\n", ["1 n", "2 n"], ["4"] },
        { "[{\"n\":1},{\"n\":\"x\"},\n{\"n\":3}]", ["1 n"], ["1", "3"] },
        { "[{\"n\":1},\n {\"n\":2} {\"n\":3}]", ["2 10"], ["1", "2"] },
        { "[{\"n\":1},\n{\"n\":2}", ["2 8"], ["1", "2"] },
        { "[{\"n\":1}] {\"n\":2}", ["1 11"], ["1"] },
        { "{\"n\":2147483648}\n{\"n\":true}\n{\"n\":{}}\n{\"n\":1.0}", ["1 n", "2 n", "3 n", "4 n"], [] },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_is_bad_is_named_and_the_rest_is_read(string text, string[] bad, string[] rows)
    {
        var read = Read(text, 5, new FileColumns("x.json", ["n:int"]), out var faults);
        Assert.Equal(bad, faults.Select(row => $"{row.Line} {row.Column}"));
        Assert.Equal(rows, read.Select(row => row.Values[0]?.ToString()));
    }

    [Theory]
    [InlineData("{\"n\":1}{\"n\":2}{\"n\":3}\n{\"n\":4}{\"n\":5}\n", "1 8,2 8", "1,4")]
    [InlineData("{\n\"n\":1,\"m\":[\n{\"n\":2}\n]}\n{\"n\":4}\n", "1 1", "4")]
    [InlineData("{\"n\":1}\r\n{\"n\":2}\r\n", "", "1,2")]
    public void A_table_has_one_object_a_line_and_says_what_it_leaves(string text, string bad, string rows)
    {
        foreach (var chunk in new[] { 1, 4, 65536 })
        {
            var read = Read(text, chunk, new FileColumns("x.json", ["n:int"]), out var faults, isObjectALine: true);
            Assert.Equal(bad, string.Join(',', faults.Select(row => $"{row.Line} {row.Column}")));
            Assert.Equal(rows, string.Join(',', read.Select(row => row.Values[0])));
        }
    }

    [Fact]
    public void Torn_lines_take_time_that_grows_with_the_file_only()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{{\"n\":{i},\n{{\"n\":{i}}}\n"));
        var read = Read(text, 65536, new FileColumns("x.json", ["n:int"]), out var faults);
        Assert.Equal((20_000, 20_000), (read.Count, faults.Count));
    }

    [Fact]
    public void Cells_have_the_types_of_the_columns()
    {
        string[] specs = ["I:bigint", "d:decimal(10,2)", "day:date", "t:string", "o:string", "l:array<int>", "m:map<string,double>",
            "s:struct<a:int,b:string>", "none:int"];
        var text = """{"i":"5","d":1.10,"day":"2020-02-29","t":7,"o":{"x": 1},"l":[1,null],"m":{"k":1},"s":{"B":"y","c":0},"more":1}""";
        var row = Read(text, 65536, new FileColumns("x.json", specs), out _).Single();
        Assert.Equal("""[5,1.10,"2020-02-29","7","{\"x\": 1}",[1,null],{"k":1},{"a":null,"b":"y"},null]""",
            JsonCellWriter.Format(row.Values));
        Assert.IsType<long>(row.Values[0]);
        Assert.IsType<decimal>(row.Values[1]);
        Assert.IsType<DateTime>(row.Values[2]);
    }

    [Theory]
    [InlineData("{\"n\":1}\n{\"n\":2147483648}\n", "n:bigint")]
    [InlineData("{\"n\":12345678901234567890}", "n:decimal(20,0)")]
    [InlineData("{\"n\":10.0}\n{\"n\":20.0}", "n:double")]
    [InlineData("{\"n\":1e3}", "n:double")]
    [InlineData("{\"n\":1}\n{\"n\":2.0}", "n:double")]
    [InlineData("{\"n\":\"12\"}\n{\"n\":\"007\"}", "n:string")]
    [InlineData("{\"n\":\"2020-01-01\"}", "n:date")]
    [InlineData("{\"n\":\"2020-01-01T10:00:00Z\"}", "n:timestamp")]
    [InlineData("{\"n\":true}\n{\"n\":null}", "n:boolean")]
    [InlineData("{\"n\":1}\n{\"n\":\"a\"}", "n:string")]
    [InlineData("{\"n\":[1,2]}\n{\"n\":[2.5]}", "n:array<double>")]
    [InlineData("{\"n\":{\"A\":1}}\n{\"n\":{\"b\":\"x\"}}", "n:struct<a:int,b:string>")]
    [InlineData("{\"N\":1}\n{\"m\":2}", "n:int m:int")]
    public async Task Columns_are_found(string text, string columns)
    {
        var path = Path.Combine(Path.GetTempPath(), $"laketools-{Guid.NewGuid():N}.json");
        try
        {
            await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
            var schema = await SchemaInference.InferAsync(null!, path, new InferenceOptions(), null, TestContext.Current.CancellationToken);
            Assert.Equal(columns, string.Join(' ', schema.Columns.Select(column => $"{column.Name}:{column.Type}")));
            Assert.Equal("Json", schema.Format);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static List<DataRow> Read(string text, int chunk, IColumnChoice choice, out List<LakeBadRow> bad, bool isObjectALine = false)
    {
        var faults = new List<LakeBadRow>();
        bad = faults;
        var stream = new SlowStream(Encoding.UTF8.GetBytes(text), chunk);
        var batches = new BatchBuilder();
        var format = new JsonFormat { IsObjectALine = isObjectALine };
        return FileBytes.Rows(JsonRowReader.ReadAsync(stream, choice, format, "x.json", batches, error =>
            faults.Add((LakeBadRow)error.Target!), new CutTimes("x.json", null), CancellationToken.None), batches);
    }

    /// <summary>A file that comes a few bytes at a time.</summary>
    private sealed class SlowStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(chunk, buffer.Length)], cancellationToken);
    }
}
