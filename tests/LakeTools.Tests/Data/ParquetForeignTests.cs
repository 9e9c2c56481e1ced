using System.Runtime.InteropServices;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Rows;
using LakeTools.Core.Data.Tables;
using ParquetSharp;
using ParquetSharp.IO;
using ParquetSharp.Schema;
using Xunit;
using Column = ParquetSharp.Column;
using Encoding = ParquetSharp.Encoding;

namespace LakeTools.Tests.Data;

/// <summary>What Apache's own library wrote is read as the values that it was given.</summary>
public class ParquetForeignTests
{
    private static readonly Compression[] s_packings =
        [Compression.Uncompressed, Compression.Snappy, Compression.Gzip, Compression.Zstd, Compression.Brotli, Compression.Lz4];

    private static readonly Encoding[] s_ofNumbers = [Encoding.DeltaBinaryPacked, Encoding.ByteStreamSplit];
    private static readonly Encoding[] s_ofTexts = [Encoding.DeltaByteArray, Encoding.DeltaLengthByteArray];
    private static readonly Encoding[] s_ofReals = [Encoding.ByteStreamSplit];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_type_and_encoding_is_read(int seed)
    {
        var random = new Random(seed);
        int Number() => random.Next(4) switch { 0 => random.Next(-5, 5), 1 => int.MaxValue, 2 => int.MinValue, _ => random.Next() };
        long Long() => random.Next(4) switch { 0 => random.Next(-5, 5), 1 => long.MaxValue, 2 => long.MinValue, _ => random.NextInt64() };
        long Within(long bound) => random.NextInt64(-bound, bound);
        var day = new DateTime(1970, 1, 1);

        CheckValues(random, "i32", null, [Encoding.Plain, .. s_ofNumbers], () => Number(), value => value);
        CheckValues(random, "i64", null, [Encoding.Plain, .. s_ofNumbers], () => Long(), value => value);
        CheckValues(random, "i8", null, [Encoding.Plain, .. s_ofNumbers], () => (sbyte)random.Next(-128, 128), value => value);
        CheckValues(random, "i16", null, [Encoding.Plain, .. s_ofNumbers], () => (short)random.Next(-32768, 32768), value => value);
        CheckValues(random, "u8", null, [Encoding.Plain, .. s_ofNumbers], () => (byte)random.Next(256), value => (short)value);
        CheckValues(random, "u16", null, [Encoding.Plain, .. s_ofNumbers], () => (ushort)random.Next(65536), value => (int)value);
        CheckValues(random, "u32", null, [Encoding.Plain, .. s_ofNumbers], () => (uint)Number(), value => (long)value);
        CheckValues(random, "u64", null, [Encoding.Plain, .. s_ofNumbers], () => (ulong)Long(), value => (decimal)value);
        CheckValues(random, "f", null, [Encoding.Plain, .. s_ofReals], () => (float)(random.NextDouble() * 1e9), value => value);
        CheckValues(random, "d", null, [Encoding.Plain, .. s_ofReals], () => random.NextDouble() * 1e99, value => value);
        CheckValues(random, "h", null, [Encoding.Plain, .. s_ofReals], () => (Half)(random.Next(-999, 999) / 8.0), value => (float)value);
        CheckValues(random, "b", null, [Encoding.Plain, Encoding.Rle], () => random.Next(3) == 0, value => value);
        CheckValues(random, "date", null, [Encoding.Plain, .. s_ofNumbers], () => new Date(random.Next(-700_000, 2_900_000)),
            value => day.AddDays(value.Days));
        foreach (var (unit, ticks) in new[] { (TimeUnit.Millis, 10_000L), (TimeUnit.Micros, 10L) })
        {
            CheckValues(random, "t", LogicalType.Timestamp(true, unit), [Encoding.Plain, .. s_ofNumbers],
                () => day.AddTicks(Within(60_000_000_000_000_000) / ticks * ticks), value => value);
            CheckValues(random, "tod", LogicalType.Time(true, unit), [Encoding.Plain, .. s_ofNumbers],
                () => new TimeSpan(random.NextInt64(TimeSpan.TicksPerDay) / ticks * ticks), value => value);
        }

        CheckValues(random, "ns", LogicalType.Timestamp(true, TimeUnit.Nanos), [Encoding.Plain, .. s_ofNumbers],
            () => new DateTimeNanos(Within(9_000_000_000_000_000_000) / 100 * 100), value => day.AddTicks(value.Ticks / 100));
        foreach (var precision in new[] { 7, 18, 29 })
        {
            CheckValues(random, "m", LogicalType.Decimal(precision, 3), precision < 29 ? [Encoding.Plain, .. s_ofReals] : [Encoding.Plain],
                () => random.Next(-9_999_999, 9_999_999) / 1000m, value => value + 0.000m);
        }

        CheckValues(random, "uuid", null, [Encoding.Plain, Encoding.DeltaByteArray], Guid.NewGuid, value => value.ToString("D"));
        CheckTexts(random, null);
        CheckTexts(random, LogicalType.Json());
    }

    [Theory]
    [InlineData(Encoding.Plain)]
    [InlineData(Encoding.DeltaBinaryPacked)]
    public void Decimals_that_are_integers_are_read(Encoding encoding)
    {
        using var properties = new WriterPropertiesBuilder().DisableDictionary().Encoding(encoding).Build();
        using var small = new PrimitiveNode("m", Repetition.Optional, LogicalType.Decimal(5, 2), PhysicalType.Int32);
        Assert.Equal(["1.10", null, "-999.99", "0.01"], Texts(small, new[] { 110, -99_999, 1 }));
        using var large = new PrimitiveNode("m", Repetition.Optional, LogicalType.Decimal(18, 4), PhysicalType.Int64);
        Assert.Equal(["1.1000", null, "-99999999999999.9999", "0.0001"], Texts(large, new[] { 11_000, -999_999_999_999_999_999, 1 }));

        IEnumerable<string?> Texts<T>(PrimitiveNode node, T[] values)
            where T : unmanaged
        {
            using var stream = new MemoryStream();
            using var schema = new GroupNode("schema", Repetition.Required, [node]);
            using (var file = new ParquetFileWriter(new ManagedOutputStream(stream, true), schema, properties))
            {
                using var group = file.AppendRowGroup();
                ((ColumnWriter<T>)group.NextColumn()).WriteBatch(4, [1, 0, 1, 1], [], values);
                file.Close();
            }

            return Read(stream.ToArray()).Select(row => row.Values[0]?.ToString());
        }
    }

    [Fact]
    public void An_enum_is_text()
    {
        var texts = "yesno"u8.ToArray();
        using var properties = new WriterPropertiesBuilder().Build();
        using var stream = new MemoryStream();
        using var node = new PrimitiveNode("e", Repetition.Optional, LogicalType.Enum(), PhysicalType.ByteArray);
        using var schema = new GroupNode("schema", Repetition.Required, [node]);
        var pinned = GCHandle.Alloc(texts, GCHandleType.Pinned);
        try
        {
            var start = pinned.AddrOfPinnedObject();
            ByteArray[] values = [new ByteArray(start, 3), new ByteArray(start + 3, 2)];
            using var file = new ParquetFileWriter(new ManagedOutputStream(stream, true), schema, properties);
            using var group = file.AppendRowGroup();
            ((ColumnWriter<ByteArray>)group.NextColumn()).WriteBatch(3, [1, 0, 1], [], values);
            file.Close();
        }
        finally
        {
            pinned.Free();
        }

        Assert.Equal(["yes", null, "no"], Read(stream.ToArray()).Select(row => row.Values[0]));
    }

    [Fact]
    public void Lists_of_older_forms_are_read()
    {
        using var bare = new PrimitiveNode("l", Repetition.Repeated, LogicalType.None(), PhysicalType.Int32);
        Assert.Equal(["[1,2]", "[]", "[3]"], Shown(bare, [1, 1, 0, 1], [0, 1, 0, 0], [1, 2, 3]));

        using var array = new PrimitiveNode("array", Repetition.Repeated, LogicalType.None(), PhysicalType.Int32);
        using var twoLevels = new GroupNode("l", Repetition.Optional, [array], LogicalType.List());
        Assert.Equal(["[5,6]", null, "[]"], Shown(twoLevels, [2, 2, 0, 1], [0, 1, 0, 0], [5, 6]));

        using var field = new PrimitiveNode("a", Repetition.Optional, LogicalType.None(), PhysicalType.Int32);
        using var groups = new GroupNode("l", Repetition.Repeated, [field]);
        Assert.Equal(["[{\"a\":1},{\"a\":null}]", "[]"], Shown(groups, [2, 1, 0], [0, 1, 0], [1]));

        using var tuple = new GroupNode("l_tuple", Repetition.Repeated, [field]);
        using var ofTuples = new GroupNode("l", Repetition.Optional, [tuple], LogicalType.List());
        Assert.Equal(["[{\"a\":1},{\"a\":null}]", "[]", null], Shown(ofTuples, [3, 2, 1, 0], [0, 1, 0, 0], [1]));

        using var bag = new GroupNode("bag", Repetition.Repeated, [field]);
        using var ofHive = new GroupNode("l", Repetition.Optional, [bag], LogicalType.List());
        Assert.Equal(["[1,null]", "[]", null], Shown(ofHive, [3, 2, 1, 0], [0, 1, 0, 0], [1]));

        static IEnumerable<string?> Shown(Node node, short[] definitions, short[] repetitions, int[] values)
        {
            using var properties = new WriterPropertiesBuilder().Build();
            using var stream = new MemoryStream();
            using var schema = new GroupNode("schema", Repetition.Required, [node]);
            using (var file = new ParquetFileWriter(new ManagedOutputStream(stream, true), schema, properties))
            {
                using var group = file.AppendRowGroup();
                ((ColumnWriter<int>)group.NextColumn()).WriteBatch(definitions.Length, definitions, repetitions, values);
                file.Close();
            }

            return Read(stream.ToArray()).Select(row => ParquetForeignTests.Shown(row.Values[0]));
        }
    }

    [Fact]
    public void Timestamps_of_96_bits_are_read()
    {
        // The Julian day of 1970-01-01 is 2,440,588; nanoseconds of the day come first.
        using var properties = new WriterPropertiesBuilder().Build();
        Int96?[] values = [new Int96(1_500, 0, 2_440_588), null, new Int96(0, 0, 2_440_587)];
        var bytes = Written([new Column<Int96?>("t")], properties, values);
        Assert.Equal([new DateTime(1970, 1, 1).AddTicks(15), null, new DateTime(1969, 12, 31)], Read(bytes).Select(row => row.Values[0]));
    }

    [Fact]
    public void Lists_and_maps_of_lists_are_read()
    {
        int?[]?[]?[] values = [[[1, null], [], null], null, [], [[2, 3, 4]]];
        using var properties = new WriterPropertiesBuilder().DataPagesize(16).Build();
        var bytes = Written([new Column<int?[]?[]?>("l")], properties, values);
        Assert.Equal(["[[1,null],[],null]", null, "[]", "[[2,3,4]]"], Read(bytes).Select(row => Shown(row.Values[0])));
    }

    [Fact]
    public void A_date_that_no_DateTime_holds_is_a_bad_row_and_no_more()
    {
        Date?[] values = [new Date(0), new Date(int.MinValue), new Date(19_000)];
        using var properties = new WriterPropertiesBuilder().Build();
        var bad = new List<object?>();
        var bytes = Written([new Column<Date?>("d")], properties, values);
        var rows = FileBytes.Read(RowFormats.OfName("Parquet"), bytes, "x.parquet", null, error => bad.Add(error.Target));
        Assert.Equal([new DateTime(1970, 1, 1), new DateTime(2022, 1, 8)], rows.Select(row => row.Values[0]));
        Assert.Equal((2, "d"), bad.Cast<LakeBadRow>().Select(row => (row.Line, row.Column)).Single());
    }

    [Fact]
    public void Bytes_that_are_no_text_are_a_bad_row()
    {
        byte[]?[] values = [[0x61], [0xE9], null];
        using var properties = new WriterPropertiesBuilder().Build();
        var bad = new List<object?>();
        var bytes = Written([new Column<byte[]?>("t")], properties, values);
        var rows = FileBytes.Read(RowFormats.OfName("Parquet"), bytes, "x.parquet", [new("t", CellType.Text)],
            error => bad.Add(error.Target));
        Assert.Equal(["a", null], rows.Select(row => row.Values[0]));
        Assert.Equal(2, bad.Cast<LakeBadRow>().Single().Line);
        Assert.Equal([0xE9], (byte[])Read(bytes)[1].Values[0]!);
    }

    [Fact]
    public void Dates_and_times_in_columns_of_text_are_what_they_say()
    {
        using var properties = new WriterPropertiesBuilder().Build();
        var bytes = Written([new Column<Date?>("d")], properties, new Date?[] { new Date(2024, 5, 6) });
        Assert.Equal("2024-05-06", AsText(bytes, "d"));
        bytes = Written([new Column<TimeSpan?>("t", LogicalType.Time(true, TimeUnit.Micros))], properties,
            new TimeSpan?[] { new TimeSpan(7, 20, 0) });
        Assert.Equal("07:20:00", AsText(bytes, "t"));
    }

    [Fact]
    public void Columns_that_differ_in_case_alone_get_different_names()
    {
        using var properties = new WriterPropertiesBuilder().Build();
        using var stream = new MemoryStream();
        using (var file = new ParquetFileWriter(new ManagedOutputStream(stream, true), [new Column<int>("Name"), new Column<int>("NAME")],
            properties))
        {
            using var group = file.AppendRowGroup();
            for (var i = 1; i <= 2; i++) group.NextColumn().LogicalWriter<int>().WriteBatch([i]);
            file.Close();
        }

        var row = Read(stream.ToArray()).Single();
        Assert.Equal(["Name", "NAME_2"], row.ColumnNames);
        Assert.Equal([1, 2], row.Values);
    }

    [Fact]
    public void Fields_that_differ_in_case_alone_lose_no_value()
    {
        using var properties = new WriterPropertiesBuilder().Build();
        using var stream = new MemoryStream();
        using var first = new PrimitiveNode("Name", Repetition.Required, LogicalType.None(), PhysicalType.Int32);
        using var second = new PrimitiveNode("NAME", Repetition.Required, LogicalType.None(), PhysicalType.Int32);
        using var node = new GroupNode("n", Repetition.Required, [first, second]);
        using var schema = new GroupNode("schema", Repetition.Required, [node]);
        using (var file = new ParquetFileWriter(new ManagedOutputStream(stream, true), schema, properties))
        {
            using var group = file.AppendRowGroup();
            for (var i = 1; i <= 2; i++) ((ColumnWriter<int>)group.NextColumn()).WriteBatch([i]);
            file.Close();
        }

        Assert.Equal("{\"Name\":1,\"NAME_2\":2}", Shown(Read(stream.ToArray()).Single().Values[0]));
        Assert.Throws<InvalidDataException>(() => FileBytes.Read(RowFormats.OfName("Parquet"), stream.ToArray(), "x.parquet",
            [new("n", CellType.FromHive("struct<name:int>"))], _ => { }));
    }

    [Fact]
    public void A_broken_file_is_broken_and_no_more()
    {
        using var properties = new WriterPropertiesBuilder().DataPageVersion(ParquetDataPageVersion.V2).DataPagesize(64).Build();
        var bytes = Written([new Column<string?[]?>("l")], properties,
            Enumerable.Range(0, 200).Select(i => i % 7 == 0 ? null : new[] { $"a{i % 9}", null, "" }).ToArray());
        var random = new Random(11);
        for (var i = 0; i < 2000; i++)
        {
            var broken = i % 4 == 0 ? bytes[..random.Next(bytes.Length)] : [.. bytes];
            for (var flips = i % 4; flips > 0; flips--) broken[random.Next(broken.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                FileBytes.Read(RowFormats.OfName("Parquet"), broken, "x.parquet", null, _ => { });
            }
            catch (InvalidDataException)
            {
            }
        }
    }

    private static void CheckTexts(Random random, LogicalType? type) => Check<string?>(random, "s", type, [Encoding.Plain, .. s_ofTexts],
        () => string.Concat(Enumerable.Repeat("a\u00e9\U0001F600", random.Next(3))) + random.Next(30), value => value);

    private static void CheckValues<T>(Random random, string name, LogicalType? type, Encoding[] encodings, Func<T> next,
        Func<T, object> cell)
        where T : struct => Check<T?>(random, name, type, encodings, () => next(), value => value is { } known ? cell(known) : null);

    // Each encoding and the dictionary, in pages of both versions, small so that there are many; with nulls, few or nothing but.
    private static void Check<T>(Random random, string name, LogicalType? type, Encoding[] encodings, Func<T?> next, Func<T?, object?> cell)
    {
        foreach (var encoding in encodings.Cast<Encoding?>().Append(null))
        {
            foreach (var version in new[] { ParquetDataPageVersion.V1, ParquetDataPageVersion.V2 })
            {
                var nulls = random.Next(3) switch { 0 => 1, 1 => 4, _ => int.MaxValue };
                var values = Enumerable.Range(0, random.Next(1, 400)).Select(_ => random.Next(nulls) == 0 ? default : next()).ToArray();
                using var builder = new WriterPropertiesBuilder().Compression(s_packings[random.Next(s_packings.Length)])
                    .DataPageVersion(version).DataPagesize(random.Next(2) == 0 ? 64 : 1 << 20).EnablePageChecksum();
                if (encoding is { } known) builder.DisableDictionary().Encoding(known);
                using var properties = builder.Build();
                var bytes = Written([new Column<T>(name, type)], properties, values);
                var read = Read(bytes).Select(row => row.Values[0]).ToArray();
                Assert.True(values.Select(cell).SequenceEqual(read), $"{name} {encoding?.ToString() ?? "dictionary"} {version}: "
                    + $"{string.Join(' ', values.Select(cell))} / {string.Join(' ', read)}");
            }
        }
    }

    private static byte[] Written<T>(Column[] columns, WriterProperties properties, T[] values)
    {
        using var stream = new MemoryStream();
        using (var file = new ParquetFileWriter(new ManagedOutputStream(stream, true), columns, properties))
        {
            for (var start = 0; start < values.Length; start += 150)
            {
                using var group = file.AppendRowGroup();
                using var writer = group.NextColumn().LogicalWriter<T>();
                writer.WriteBatch(values[start..Math.Min(start + 150, values.Length)]);
            }

            file.Close();
        }

        return stream.ToArray();
    }

    private static List<DataRow> Read(byte[] bytes) => FileBytes.Read(RowFormats.OfName("Parquet"), bytes, "x.parquet");

    private static object? AsText(byte[] bytes, string name) =>
        FileBytes.Read(RowFormats.OfName("Parquet"), bytes, "x.parquet", [new(name, CellType.Text)])[0].Values[0];

    private static string? Shown(object? value) => value is null ? null : JsonCellWriter.Format(value, null);
}
