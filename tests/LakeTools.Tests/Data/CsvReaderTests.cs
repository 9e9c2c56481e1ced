using LakeTools.Core.Data.Csv;
using Xunit;

namespace LakeTools.Tests.Data;

public class CsvReaderTests
{
    private static readonly CsvDialect s_openCsv = new(Escape: '\\');
    private static readonly CsvDialect s_lazySimple = new('|', null, '\\', @"\N");

    public static TheoryData<string, string[]> Rfc => new()
    {
        { "a,b\n1,2\n", ["a|b", "1|2"] },
        { "a,b\r\n1,2", ["a|b", "1|2"] },
        { "a,b\r1,2\r", ["a|b", "1|2"] },
        { "a,\n,\n", ["a|", "|"] },
        { "\"a,b\",\"c\"\"d\"\n", ["a,b|c\"d"] },
        { "\"a\nb\",c\nd,e", ["a\nb|c", "d|e"] },
        { "\n\na,b\n\n\nc,d\n\n", ["a|b", "c|d"] },
        { "\"\",x\n", ["|x"] },
        { "a\"b,c\n", ["a\"b|c"] },
        { " a , b \n", [" a | b "] },
        { "", [] },
        { "a", ["a"] },
        { "a,", ["a|"] },
        { "\"a\"", ["a"] },
    };

    [Theory]
    [MemberData(nameof(Rfc))]
    public async Task Rfc_4180_is_read(string text, string[] records) => Assert.Equal(records, await ReadAsync(text, new CsvDialect()));

    [Fact]
    public async Task OpenCsv_writes_a_quote_in_two_ways() =>
        Assert.Equal(["a\"b|c\"d|e\\f"], await ReadAsync("\"a\\\"b\",\"c\"\"d\",\"e\\\\f\"\n", s_openCsv));

    // opencsv 2.3, CSVParser.parseLine, as Trino's CsvDeserializer has it: outside of quotes an escape is left out, unless another one or
    // a quote follows in the field.
    [Theory]
    [InlineData(@"C:\temp,\x,y\", "C:temp|x|y")]
    [InlineData(@"a\\b,\\b,a\,b", @"a\b|b|a|b")]
    [InlineData("a\\\"b,c", "a\"b|c")]
    [InlineData("\"C:\\temp\",2", "C:temp|2")]
    public async Task OpenCsv_leaves_out_escapes(string line, string fields) =>
        Assert.Equal([fields, "1"], await ReadAsync($"{line}\n1\n", s_openCsv));

    // Hive's LazyUtils.copyAndEscapeStringDataToText.
    [Fact]
    public async Task LazySimple_has_escaped_line_breaks() =>
        Assert.Equal(["a\nb|\r\n|\\n|\\"], await ReadAsync("a\\nb|\\r\\n|\\\\n|\\", s_lazySimple));

    [Fact]
    public async Task LazySimple_has_escapes_and_no_quotes() =>
        Assert.Equal(["a|b|\"c|d\"|", "", "x"], await ReadAsync("a\\|b|\"c|d\"|\n\nx\n", s_lazySimple));

    [Fact]
    public async Task Null_is_the_unescaped_marker()
    {
        using var reader = new CsvReader(new StringReader("\\N|\\\\N|\n"), s_lazySimple);
        Assert.True(await reader.ReadAsync(CancellationToken.None));
        Assert.Equal([false, true, true], Enumerable.Range(0, 3).Select(i => reader.TryGetCell(i, out _)));
        Assert.Equal("\\N", reader.GetField(1).ToString());
    }

    public static TheoryData<string, string, int, long, string[]> Faults => new()
    {
        { "a,b\n1,\"2\"x,3\n4,5\n", nameof(CsvFault.TextAfterQuote), 1, 2, ["a|b", "4|5"] },
        { "a,b\n1,\"2\n3,4\n5,6\n", nameof(CsvFault.OpenQuote), 1, 2, ["a|b", "3|4", "5|6"] },
        { "a,b\n\"1\nx\"y\n5,6\n", nameof(CsvFault.TextAfterQuote), 0, 2, ["a|b", "5|6"] },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_bad_record_is_named_by_its_line_and_the_rest_is_read(string text, string fault, int goodFields, long line,
        string[] rest)
    {
        using var reader = new CsvReader(new StringReader(text), new CsvDialect());
        var records = new List<string>();
        var faults = new List<(string, int, long)>();
        while (await reader.ReadAsync(CancellationToken.None))
        {
            if (reader.Fault == CsvFault.None) records.Add(Joined(reader));
            else faults.Add((reader.Fault.ToString(), reader.FieldCount, reader.Line));
        }

        Assert.Equal([(fault, goodFields, line)], faults);
        Assert.Equal(rest, records);
    }

    [Fact]
    public async Task Lines_are_counted_within_records()
    {
        using var reader = new CsvReader(new StringReader("\"a\r\nb\"\n\n\"c\n\nd\"\ne"), new CsvDialect());
        var lines = new List<long>();
        while (await reader.ReadAsync(CancellationToken.None)) lines.Add(reader.Line);
        Assert.Equal([1, 4, 7], lines);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task It_does_not_matter_how_the_text_arrives(int chunk)
    {
        const string Text = "\"a\"\"\r\nb\",c\r\n\r\nd,\"\"\r\n\"e\",f";
        using var reader = new CsvReader(new SlowText(Text, chunk), new CsvDialect());
        var records = new List<string>();
        while (await reader.ReadAsync(CancellationToken.None)) records.Add(Joined(reader));
        Assert.Equal(["a\"\r\nb|c", "d|", "e|f"], records);
    }

    [Fact]
    public async Task A_record_longer_than_the_buffer_is_read()
    {
        var field = new string('x', 300_000);
        Assert.Equal([$"a|{field}", "b|c"], await ReadAsync($"a,\"{field}\"\nb,c\n", new CsvDialect()));
    }

    [Fact]
    public async Task Plain_records_are_what_splitting_at_delimiters_and_lines_gives()
    {
        var random = new Random(22);
        for (var run = 0; run < 300; run++)
        {
            string[] ends = ["\n", "\r\n"];
            var lines = Enumerable.Range(0, random.Next(1, 60)).Select(_ => string.Join(',', Enumerable.Range(0, random.Next(1, 12))
                .Select(_ => new string('x', random.Next(0, 20))))).Select(line => line.Length == 0 ? "y" : line).ToArray();
            var text = string.Concat(lines.Select(line => line + ends[random.Next(2)]));
            using var reader = new CsvReader(new SlowText(text, random.Next(1, 200)), new CsvDialect());
            var (records, places) = (new List<string>(), new List<long>());
            while (await reader.ReadAsync(CancellationToken.None))
            {
                records.Add(Joined(reader));
                places.Add(reader.Line);
            }

            Assert.Equal(lines.Select(line => line.Replace(',', '|')), records);
            Assert.Equal(Enumerable.Range(1, lines.Length).Select(line => (long)line), places);
        }
    }

    public static TheoryData<char, char?, char?> Dialects => new()
    {
        { ',', '"', null },
        { ';', '\'', '\\' },
        { '|', null, '\\' },
        { '\t', null, null },
    };

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Records_that_are_read_together_are_what_they_are_one_by_one(char delimiter, char? quote, char? escape)
    {
        var random = new Random(23);
        string[] parts =
        [
            "x", "yz", "1.5", "\n", "\r\n", "\n\n", $"{delimiter}", $"{delimiter}", $"{quote}", $"{quote}a{delimiter}b{quote}", $"{escape}",
        ];
        var dialect = new CsvDialect(delimiter, quote, escape);
        for (var run = 0; run < 2000; run++)
        {
            var line = string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => $"word{delimiter}"));
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 80))
                .Select(_ => random.Next(3) > 0 ? line + "end\n" : parts[random.Next(parts.Length)]));
            var (chunk, most) = (random.Next(1, 200), random.Next(1, 40));
            Assert.Equal(await RecordsAsync(text, dialect, chunk, 1), await RecordsAsync(text, dialect, chunk, most));
        }
    }

    // Of each record: its line, its fault, and its fields with how they are written.
    private static async Task<List<string>> RecordsAsync(string text, CsvDialect dialect, int chunk, int most)
    {
        using var reader = new CsvReader(new SlowText(text, chunk), dialect);
        var records = new List<string>();
        while (await reader.ReadAsync(CancellationToken.None))
        {
            var (width, fault) = (reader.FieldCount, reader.Fault);
            if (fault != CsvFault.None)
            {
                records.Add($"{reader.Line} {fault} {Joined(reader)}");
                continue;
            }

            var count = reader.ReadMore(most);
            for (var record = 0; record < count; record++)
            {
                var places = Enumerable.Range(record * width, width);
                records.Add($"{reader.LineOf(record)} {fault} "
                    + string.Join('|', places.Select(i => (reader.IsQuoted(i) ? "quoted " : "") + reader.GetField(i).ToString())));
            }
        }

        return records;
    }

    private static async Task<List<string>> ReadAsync(string text, CsvDialect dialect)
    {
        using var reader = new CsvReader(new StringReader(text), dialect);
        var records = new List<string>();
        while (await reader.ReadAsync(CancellationToken.None))
        {
            Assert.Equal(CsvFault.None, reader.Fault);
            records.Add(Joined(reader));
        }

        return records;
    }

    private static string Joined(CsvReader reader) =>
        string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetField(i).ToString()));

    /// <summary>A text that comes a few characters at a time.</summary>
    private sealed class SlowText(string text, int chunk) : StringReader(text)
    {
        public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(chunk, buffer.Length)], cancellationToken);
    }
}
