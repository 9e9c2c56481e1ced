using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Rows;
using LakeTools.Core.Data.Tables;
using ParquetSharp;
using ParquetSharp.IO;
using Xunit;
using Column = ParquetSharp.Column;

namespace LakeTools.Tests.Data;

/// <summary>Files of Apache's own library with values that no cell can be, with nulls in runs, and with pages that are broken.</summary>
public class ParquetFaultTests
{
    private const int RowCount = 5000;
    private const int WriteBatch = 64;
    private const int TooSmall = -719_163; // the last day before the year 1
    private const int TooLarge = 2_932_897; // days since 1970: the first day of the year 10000

    public static TheoryData<int, bool> Seeds
    {
        get
        {
            var seeds = new TheoryData<int, bool>();
            for (var seed = 0; seed < 8; seed++) seeds.Add(seed, seed % 2 == 0);
            return seeds;
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rows_with_bad_values_are_named_in_order_and_the_others_are_whole(int seed, bool withDictionary)
    {
        var random = new Random(seed);
        var share = random.Next(1, 400);
        bool Chance(int of) => random.Next(of) == 0;
        var (nulls, isNull) = (0, false);
        var numbers = new int?[RowCount];
        var days = new Date?[RowCount];
        var texts = new string?[RowCount];
        var others = new Date?[RowCount];
        for (var i = 0; i < RowCount; i++)
        {
            if (nulls-- <= 0) (nulls, isNull) = (random.Next(1, 700), !isNull);
            numbers[i] = isNull ? null : i;
            days[i] = isNull && Chance(2) ? null : new Date(Chance(share) ? TooLarge : i % 3000);
            texts[i] = Chance(9) ? null : "text" + (i % 40);
            others[i] = Chance(5) ? null : new Date(Chance(share) ? TooSmall : i);
        }

        var bad = new List<LakeBadRow>();
        var rows = FileBytes.Read(RowFormats.OfName("Parquet"), Written(withDictionary, numbers, days, texts, others), "x.parquet", null,
            error => bad.Add(Assert.IsType<LakeBadRow>(error.Target)));

        var all = Enumerable.Range(0, RowCount);
        Assert.Equal(
            all.Where(i => IsBad(days[i]) || IsBad(others[i])).Select(i => (i + 1L, IsBad(days[i]) ? "day" : "other")),
            bad.Select(row => (row.Line, row.Column)));
        Assert.Equal(
            all.Where(i => !IsBad(days[i]) && !IsBad(others[i]))
                .Select(i => string.Join('|', numbers[i], Cell(days[i]), texts[i], Cell(others[i]))),
            rows.Select(row => string.Join('|', row.Values)));
        Assert.NotEmpty(bad);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_rows_before_a_broken_page_are_read(int column)
    {
        var all = Enumerable.Range(0, RowCount).ToArray();
        var bytes = Written(false, all.Select(i => (int?)i).ToArray(), all.Select(i => (Date?)new Date(i)).ToArray(),
            all.Select(i => (string?)$"a text of its own {i}").ToArray(), all.Select(i => (Date?)new Date(-i)).ToArray());
        bytes.AsSpan(MiddleOf(bytes, column), 64).Fill(0xff);
        var read = new List<DataRow>();
        var batches = new BatchBuilder();
        var file = new DataFile("x.parquet", bytes.Length, _ => Task.FromResult<Stream>(new MemoryStream(bytes)),
            () => new MemoryStream(bytes));
        Assert.Throws<InvalidDataException>(() =>
        {
            var stop = TestContext.Current.CancellationToken;
            var found = RowFormats.OfName("Parquet").ReadAsync(file, new FileColumns("x.parquet", []), batches, error => throw error, stop);
            foreach (var batch in found.ToBlockingEnumerable(stop)) read.AddRange(batch.Rows);
        });
        read.AddRange(batches.Take()?.Rows ?? []);

        // The writer ends its pages after a multiple of so many rows, and all pages before the broken one are whole.
        Assert.InRange(read.Count, 100, RowCount - 100);
        Assert.Equal(0, read.Count % WriteBatch);
        Assert.Equal(
            all.Take(read.Count).Select(i => $"{i}|a text of its own {i}"),
            read.Select(row => $"{row.Values[0]}|{row.Values[2]}"));
    }

    private static bool IsBad(Date? day) => day?.Days is TooLarge or TooSmall;

    private static object? Cell(Date? day) => day is { } known ? new DateTime(1970, 1, 1).AddDays(known.Days) : null;

    private static int MiddleOf(byte[] bytes, int column)
    {
        using var reader = new ParquetFileReader(new ManagedRandomAccessFile(new MemoryStream(bytes)));
        using var group = reader.RowGroup(0);
        long SizeOf(int of) => group.MetaData.GetColumnChunkMetaData(of).TotalCompressedSize;
        return (int)(4 + Enumerable.Range(0, column).Sum(SizeOf) + (SizeOf(column) / 2));
    }

    private static byte[] Written(bool withDictionary, int?[] numbers, Date?[] days, string?[] texts, Date?[] others)
    {
        Column[] columns = [new Column<int?>("number"), new Column<Date?>("day"), new Column<string?>("text"), new Column<Date?>("other")];
        using var builder = new WriterPropertiesBuilder();
        if (!withDictionary) builder.DisableDictionary();
        using var properties = builder.Compression(ParquetSharp.Compression.Snappy).EnablePageChecksum().DataPagesize(512)
            .WriteBatchSize(WriteBatch).Build();
        using var stream = new MemoryStream();
        using (var file = new ParquetFileWriter(new ManagedOutputStream(stream, true), columns, properties))
        {
            using (var group = file.AppendRowGroup())
            {
                Put(group, numbers);
                Put(group, days);
                Put(group, texts);
                Put(group, others);
            }

            file.Close();
        }

        return stream.ToArray();
    }

    private static void Put<T>(RowGroupWriter group, T[] values)
    {
        using var writer = group.NextColumn().LogicalWriter<T>();
        writer.WriteBatch(values);
    }
}
