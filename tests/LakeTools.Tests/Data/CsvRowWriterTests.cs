using System.Text;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Csv;
using LakeTools.Core.Data.Rows;
using Xunit;

namespace LakeTools.Tests.Data;

public class CsvRowWriterTests
{
    private static readonly FileColumn[] s_columns =
    [
        new("n", CellType.FromHive("int")), new("l", CellType.FromHive("bigint")), new("d", CellType.FromHive("double")),
        new("day", CellType.FromHive("date")), new("at", CellType.FromHive("timestamp")), new("t", CellType.FromHive("string")),
    ];

    public static TheoryData<char, char?, string?> Dialects => new()
    {
        { ',', '"', null },
        { '.', '"', null },
        { '-', '"', null },
        { '0', '"', null },
        { ',', '5', null },
        { 'E', '"', null },
        { ':', '"', null },
        { ' ', '"', null },
        { '|', '"', "0" },
        { '|', '"', "2012-01-05" },
        { '|', '"', "NaN" },
        { '|', '"', "none" },
    };

    [Fact]
    public void The_stream_is_closed_where_the_last_characters_cannot_be_written()
    {
        var stream = new FullStream();
        var writer = new CsvRowWriter(stream, Encoding.UTF8, new CsvDialect(',', '"', null, null), s_columns[^1..]);
        for (var i = 0; i < 600; i++) writer.Write([new string('x', 100)]); // more than one buffer, and less than two
        Assert.Throws<IOException>(writer.Dispose);
        Assert.True(stream.IsClosed);
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Columns_are_written_as_their_rows_are(char delimiter, char? quote, string? nullText)
    {
        var dialect = new CsvDialect(delimiter, quote, null, nullText);
        object?[][] rows =
        [
            [0, 0L, 0.0, new DateTime(2012, 1, 5), new DateTime(2012, 1, 5), "none"],
            [-55, long.MinValue, -1.5e300, new DateTime(2012, 1, 5), new DateTime(2012, 1, 5, 10, 0, 5), "a b"],
            [int.MaxValue, 5L, double.NaN, null, null, null],
            [null, null, null, new DateTime(1, 1, 1), new DateTime(9999, 12, 31, 23, 59, 59, 999), ""],
            [7, 70L, double.NegativeInfinity, new DateTime(2012, 1, 6), null, "x-y.z"],
            [1, 1L, 1e-7, null, null, "NaN"],
        ];
        var columns = new CellColumn[]
        {
            Values<int>(rows, 0), Values<long>(rows, 1), Values<double>(rows, 2), Values<DateTime>(rows, 3), Values<DateTime>(rows, 4),
            new ReferenceColumn<string>(rows.Select(row => (string?)row[5]).ToArray()),
        };
        var byRow = Written(dialect, writer =>
        {
            foreach (var row in rows) writer.Write(row);
        });
        Assert.Equal(byRow, Written(dialect, writer => writer.Write(columns, 0, rows.Length)));
    }

    [Fact]
    public void Long_texts_and_many_rows_are_written_whole()
    {
        var texts = Enumerable.Range(0, 40).Select(i => new string((char)('a' + (i % 26)), (i * 4001) % 70_000)).ToArray();
        var written = Written(new CsvDialect(), writer =>
        {
            foreach (var text in texts) writer.Write([1, 2L, 0.5, null, null, text]);
        });
        Assert.Equal(
            "n,l,d,day,at,t\n" + string.Concat(texts.Select(text => $"1,2,0.5,,,{(text.Length == 0 ? "\"\"" : text)}\n")),
            written);
    }

    private static string Written(CsvDialect dialect, Action<CsvRowWriter> write)
    {
        var stream = new MemoryStream();
        using (var writer = new CsvRowWriter(stream, new UTF8Encoding(false), dialect, s_columns)) write(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static ValueColumn<T> Values<T>(object?[][] rows, int column)
        where T : struct
    {
        var cells = new ValueColumn<T>(rows.Length);
        for (var row = 0; row < rows.Length; row++) cells.Set(row, rows[row][column] is T value ? value : default, rows[row][column] is T);
        return cells;
    }

    private sealed class FullStream : MemoryStream
    {
        public bool IsClosed { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("The disk is full.");

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("The disk is full.");

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            base.Dispose(disposing);
        }
    }
}
