using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LakeTools.Core.Catalog;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Import;
using LakeTools.Core.Data.Rows;
using LakeTools.Core.Data.Tables;
using LakeTools.Rules.Errors;
using Xunit;

namespace LakeTools.Tests.Data;

/// <summary>A table that -Like makes of a file shows what the file shows by address, or it is said why not.</summary>
public class DialectTests
{
    private static readonly string[] s_fields =
    [
        "", "1", "-2", "2.5", "true", "2020-01-01", "2020-01-02 03:04:05", "abc", "x y", @"a\b",
        "\"\"", "\"\"\"q\"\"\"", "\"a,b\"", "\"a;b\"",
        "\"1\"", "\"a\nb\"", "2019", "2020", "id", "name", "Name", "it's", "é", "\"c:\\d,e\"", "007", "1e3", "12345678901234567890",
    ];

    // \N is left out: it is null in a table of LazySimpleSerDe, and the text that stands there by address.
    [Fact]
    public void By_table_and_by_address_files_show_the_same()
    {
        var field = Gen.Elements(s_fields);
        var row = Gen.Choose(1, 4).SelectMany(width => field.ArrayOf(width).ListOf().Select(rows => (width, rows)));
        var files = from shape in row
                    from delimiter in Gen.Elements(',', ';', '\t')
                    from start in Gen.Elements("", "\uFEFF", $"sep={delimiter}\n")
                    from end in Gen.Elements("\n", "\r\n")
                    select (delimiter, Text: start + string.Concat(shape.rows.Select(fields => string.Join(delimiter, fields) + end)));
        var (same, said) = (0, 0);
        Prop.ForAll(files.ToArbitrary(), file =>
        {
            if (Compare(file.Text, file.delimiter)) same++;
            else said++;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20181126, 3));
        Assert.True(same > 300 && said > 50, $"{same} were the same, of {said} it was said why not");
    }

    private static bool Compare(string text, char delimiter)
    {
        InferredSchema schema;
        try
        {
            schema = Infer(text, delimiter);
        }
        catch (LakeException error) when (error.Id is nameof(Fault.DialectNotReadable) or nameof(Fault.DataEmpty))
        {
            return false;
        }

        var input = TableMapping.ToInput(new NewTableOptions
        {
            DatabaseName = "d",
            Name = "t",
            Column = schema.Columns,
            Format = schema.Format,
            Delimiter = schema.Delimiter,
            QuoteCharacter = schema.QuoteCharacter,
            Header = schema.Header,
            Parameter = schema.Parameters,
            SerdeParameter = schema.SerdeParameters,
        });
        var serde = input.StorageDescriptor.SerdeInfo;
        var table = RowFormats.OfTable(serde.SerializationLibrary, serde.Parameters, input.Parameters)!;
        var columns = schema.Columns.Select(column => new FileColumn(column.Name, CellType.FromHive(column.Type))).ToArray();
        var (badOfTable, badByAddress) = (0, 0);
        var bytes = Encoding.UTF8.GetBytes(text);
        var ofTable = FileBytes.Read(table, bytes, "x.csv", columns, _ => badOfTable++);
        var byAddress = FileBytes.Read(RowFormats.OfFile("Csv", delimiter, null, null), bytes, "x.csv", null, _ => badByAddress++);
        if (badOfTable > 0 || badByAddress > 0) return false; // said row by row
        Assert.Equal(byAddress.Select(row => Shown(row, columns)), ofTable.Select(row => Shown(row, columns)));
        return true;
    }

    private static InferredSchema Infer(string text, char delimiter)
    {
        var options = new InferenceOptions { Delimiter = delimiter };
        var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        using var decoded = DecodedText.OpenAsync(stream, null, CancellationToken.None).GetAwaiter().GetResult();
        return SchemaInference.InferDelimitedAsync(decoded, "x.csv", "Csv", options, decoded.Encoding, CancellationToken.None)
            .GetAwaiter().GetResult();
    }

    private static string Shown(DataRow row, FileColumn[] columns) =>
        string.Join('|', row.Values.Select((value, i) => value is string text
            ? CellText.TryParse(text, columns[i].Type!.Value, out var cell) ? JsonCellWriter.Format(new object?[] { cell }) : "none"
            : JsonCellWriter.Format(new[] { value })));
}
