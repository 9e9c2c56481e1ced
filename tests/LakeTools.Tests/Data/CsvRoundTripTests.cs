using FsCheck;
using FsCheck.Fluent;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Csv;
using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Names;
using Sylvan.Data.Csv;
using Xunit;

namespace LakeTools.Tests.Data;

/// <summary>What is written is read as equal cells, in every dialect.</summary>
public class CsvRoundTripTests
{
    private static readonly Dictionary<string, CsvDialect> s_dialects = new()
    {
        ["Rfc"] = new CsvDialect(HeaderLines: 0),
        ["Semicolon"] = new CsvDialect(';', '\'', HeaderLines: 0),
        ["OpenCsv"] = new CsvDialect(Escape: '\\', HeaderLines: 0),
        ["LazySimple"] = new CsvDialect('\u0001', null, '\\', @"\N", 0),
    };

    [Theory]
    [InlineData("Rfc", ",\"\n\r ax")]
    [InlineData("Semicolon", ";'\"\n\r ax")]
    [InlineData("OpenCsv", ",\"\\\n\r ax")]
    [InlineData("LazySimple", "\u0001\\N\"ax ")]
    public void Texts_and_nulls_come_back(string name, string alphabet)
    {
        var dialect = s_dialects[name];
        Prop.ForAll(Arb.From(Records(alphabet)), records =>
        {
            var read = Read(Write(records, dialect), dialect, CellType.Text);
            return records.Select(Shown).SequenceEqual(read.Select(Shown));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void What_we_write_another_library_reads_alike() =>
        Prop.ForAll(Arb.From(Records(",\"\n\r ax")), records =>
        {
            using var other = CsvDataReader.Create(new StringReader(Write(records, s_dialects["Rfc"])),
                new CsvDataReaderOptions { HasHeaders = false, Delimiter = ',', ResultSetMode = ResultSetMode.SingleResult });
            var read = new List<string>();
            while (other.Read()) read.Add(string.Join('|', Enumerable.Range(0, other.RowFieldCount).Select(other.GetString)));
            return records.Select(record => string.Join('|', record)).SequenceEqual(read);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Typed_cells_come_back()
    {
        var kinds = ArbMap.Default;
        RoundTrip(kinds.GeneratorFor<int>().Select(value => (object)value), "int");
        RoundTrip(kinds.GeneratorFor<long>().Select(value => (object)value), "bigint");
        RoundTrip(kinds.GeneratorFor<double>().Select(value => (object)value), "double");
        RoundTrip(kinds.GeneratorFor<float>().Select(value => (object)value), "float");
        RoundTrip(kinds.GeneratorFor<bool>().Select(value => (object)value), "boolean");
        RoundTrip(Gen.Choose(-1_000_000, 1_000_000).Select(value => (object)(value / 100m)), "decimal(10,2)");
        RoundTrip(Gen.Choose(0, 3_000_000).Select(value => (object)DateTime.MinValue.AddDays(value)), "date");
        RoundTrip(kinds.GeneratorFor<long>().Select(value => (object)new DateTime(Math.Abs(value % DateTime.MaxValue.Ticks))), "timestamp");
        RoundTrip(kinds.GeneratorFor<byte[]>().Where(value => value is { Length: > 0 }).Select(value => (object)value), "binary");
    }

    private static void RoundTrip(Gen<object> values, string type)
    {
        var cell = CellType.FromHive(type);
        var dialect = s_dialects["Rfc"];
        Prop.ForAll(Arb.From(values), value =>
        {
            string?[][] records = [[CellText.Format(value, cell.Kind), null]];
            var read = Read(Write(records, dialect), dialect, cell).Single();
            return read[1] is null && (value is byte[] bytes ? bytes.SequenceEqual((byte[])read[0]!) : value.Equals(read[0]));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    private static Gen<string?[][]> Records(string alphabet)
    {
        var text = Gen.Elements(alphabet.ToCharArray()).ArrayOf().Select(characters => (string?)new string(characters));
        var cell = Gen.Frequency((5, text), (1, Gen.Constant<string?>(null)));
        return Gen.Choose(2, 4).SelectMany(width => cell.ArrayOf(width).ArrayOf());
    }

    private static string Write(string?[][] records, CsvDialect dialect)
    {
        var text = new StringWriter();
        var writer = new CsvWriter(text, dialect);
        foreach (var record in records)
        {
            foreach (var cell in record)
            {
                if (cell is null) writer.WriteNull();
                else writer.WriteField(cell);
            }

            writer.EndRecord();
        }

        writer.Flush();
        return text.ToString();
    }

    private static List<object?[]> Read(string text, CsvDialect dialect, CellType type)
    {
        var batches = new BatchBuilder();
        var rows = CsvRowReader.ReadAsync(new StringReader(text), dialect,
            new FieldsOfType(type), "test.csv", batches, error => throw error, new CutTimes("test.csv", null), CancellationToken.None);
        return FileBytes.Rows(rows, batches).Select(row => row.Values.ToArray()).ToList();
    }

    private static string Shown(object?[] record) => string.Join('|', record.Select(cell => cell is null ? "(null)" : $"[{cell}]"));

    private sealed class FieldsOfType(CellType type) : IColumnChoice
    {
        public ValueTask<IReadOnlyList<RowColumn>> OfFieldsAsync(IReadOnlyList<string>? header, int width,
            CancellationToken cancellationToken) =>
            new(Enumerable.Range(0, width).Select(i => new RowColumn(HiveNames.Numbered(i), type, i)).ToArray());

        public IReadOnlyList<RowColumn>? OfNames(IReadOnlyList<string>? names) => throw new NotSupportedException();
    }
}
