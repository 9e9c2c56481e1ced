using System.Text;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Import;
using LakeTools.Core.Data.Parquet;
using LakeTools.Core.Data.Rows;
using LakeTools.Core.Data.Tables;
using Xunit;

namespace LakeTools.Tests.Data;

public class FormatRoundTripTests
{
    public static TheoryData<string, string, DataCompression> Files
    {
        get
        {
            var files = new TheoryData<string, string, DataCompression>();
            foreach (var name in new[] { "seattle-weather.csv", "airports.csv" })
            {
                foreach (var format in new[] { "Csv", "Tsv", "Json" })
                    foreach (var packing in new[] { DataCompression.None, DataCompression.Gzip, DataCompression.Zstd })
                        files.Add(name, format, packing);
                foreach (var packing in Enum.GetValues<DataCompression>()) files.Add(name, "Parquet", packing);
            }

            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Real_data_comes_back_cell_by_cell(string name, string formatName, DataCompression packing)
    {
        var path = Path.Combine(Repository.Root, "examples", "data", name);
        var schema = await SchemaInference.InferAsync(null!, path, new InferenceOptions(), null, TestContext.Current.CancellationToken);
        var columns = schema.Columns.Select(column => new FileColumn(column.Name, CellType.FromHive(column.Type))).ToArray();
        var rows = FileBytes.Read(RowFormats.OfName("Csv"), await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), name,
            columns);
        Assert.Equal(name == "airports.csv" ? 3376 : 1461, rows.Count);

        var format = RowFormats.OfName(formatName, packing: packing);
        var copy = "copy" + format.Extension;
        var bytes = FileBytes.Write(format, columns, rows.Select(row => row.Values.ToArray()), copy);
        var read = FileBytes.Read(format, bytes, copy, columns);
        Assert.Equal(rows.Count, read.Count);
        for (var i = 0; i < rows.Count; i++) Assert.Equal(rows[i].Values, read[i].Values);
        Assert.True(packing == DataCompression.None || bytes.Length < new FileInfo(path).Length);
    }

    [Fact]
    public async Task Real_airports_are_understood()
    {
        var path = Path.Combine(Repository.Root, "examples", "data", "airports.csv");
        var schema = await SchemaInference.InferAsync(null!, path, new InferenceOptions(), null, TestContext.Current.CancellationToken);
        Assert.Equal(["iata:string", "name:string", "city:string", "state:string", "country:string", "latitude:double", "longitude:double"],
            schema.Columns.Select(column => $"{column.Name}:{column.Type}"));
    }

    public static TheoryData<string, object> Cells => new()
    {
        { "boolean", true },
        { "tinyint", (sbyte)-128 },
        { "smallint", (short)-32768 },
        { "int", int.MinValue },
        { "bigint", long.MaxValue },
        { "float", 0.1f },
        { "double", 0.30000000000000004 },
        { "double", double.NaN },
        { "double", double.NegativeInfinity },
        { "decimal(10,2)", -99999999.99m },
        { "decimal(28,10)", 123456789012345678.0123456789m },
        { "decimal(38,20)", "123456789012345678.01234567890123456789" },
        { "decimal(38,0)", "-12345678901234567890123456789012345678" },
        { "date", new DateTime(1, 1, 1) },
        { "date", new DateTime(2024, 2, 29) },
        { "date", new DateTime(9999, 12, 31) },
        { "timestamp", new DateTime(1, 1, 1, 0, 0, 1) },
        { "timestamp", new DateTime(2012, 3, 25, 2, 30, 0).AddTicks(1_234_567) },
        { "timestamp", DateTime.MaxValue },
        { "string", "" },
        { "string", "a\"b,c\\d\te\r\nf \u00e4\u20ac\U0001F600" },
        { "binary", new byte[] { 0, 255, 10 } },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_type_comes_back_exactly(string type, object value)
    {
        FileColumn[] columns = [new("a", CellType.FromHive(type)), new("b", CellType.FromHive(type))];
        foreach (var name in DataFormats.Names)
        {
            var format = RowFormats.OfName(name);
            var bytes = FileBytes.Write(format, columns, [[value, null], [null, value]], "x" + format.Extension);
            var rows = FileBytes.Read(format, bytes, "x" + format.Extension, columns);
            Assert.Equal([value, null, null, value], rows.SelectMany(row => row.Values));
        }
    }

    [Theory]
    [InlineData("Parquet")]
    [InlineData("Json")]
    public void Nested_values_come_back(string name)
    {
        var format = RowFormats.OfName(name);
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new NestedValues(seed);
            var columns = Enumerable.Range(0, 3).Select(i => new FileColumn($"c{i}", random.Type(3))).ToArray();
            var rows = Enumerable.Range(0, random.Next(20))
                .Select(_ => columns.Select(column => random.Value(column.Type!.Value)).ToArray()).ToArray();
            var bytes = FileBytes.Write(format, columns, rows, "x" + format.Extension);
            var read = FileBytes.Read(format, bytes, "x" + format.Extension, columns);
            Assert.Equal(rows.Select(Shown), read.Select(row => Shown(row.Values.ToArray())));
        }
    }

    [Fact]
    public async Task Parquet_tells_its_types_itself()
    {
        string[] types = ["int", "decimal(12,4)", "date", "timestamp", "array<struct<a:int,b:map<string,double>>>", "binary", "string"];
        var columns = types.Select((type, i) => new FileColumn($"c{i}", CellType.FromHive(type))).ToArray();
        var bytes = FileBytes.Write(RowFormats.OfName("Parquet"), columns, [], "x.parquet");
        var fields = await ParquetRowReader.ReadSchemaAsync(new MemoryStream(bytes), TestContext.Current.CancellationToken);
        Assert.Equal(types, fields.Select(field => field.Type.ToHive()));
    }

    [Fact]
    public void A_parquet_cell_of_another_type_is_named_and_the_rest_is_read()
    {
        var bytes = FileBytes.Write(RowFormats.OfName("Parquet"), [new("n", CellType.FromHive("bigint"))], [[1L], [5_000_000_000L], [3L]],
            "x.parquet");
        var bad = new List<object?>();
        var rows = FileBytes.Read(RowFormats.OfName("Parquet"), bytes, "x.parquet", [new("N", CellType.FromHive("int"))], error =>
            bad.Add(error.Target));
        Assert.Equal([1, 3], rows.Select(row => row.Values[0]));
        Assert.Equal((2, "N"), bad.Cast<LakeBadRow>().Select(row => (row.Line, row.Column)).Single());
    }

    [Fact]
    public void A_broken_parquet_file_is_broken_and_no_more()
    {
        var bytes = FileBytes.Write(RowFormats.OfName("Parquet"), [new("t", CellType.FromHive("string"))],
            Enumerable.Range(0, 200).Select(i => new object?[] { $"row {i}" }), "x.parquet");
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var broken = i % 2 == 0 ? bytes[..random.Next(bytes.Length)] : [.. bytes];
            if (i % 2 == 1) broken[random.Next(broken.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                FileBytes.Read(RowFormats.OfName("Parquet"), broken, "x.parquet", null, _ => { });
            }
            catch (InvalidDataException)
            {
            }
        }
    }

    private static string Shown(object?[] row) => JsonCellWriter.Format(row);
}
