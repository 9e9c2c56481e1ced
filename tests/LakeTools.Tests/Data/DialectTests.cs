using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LakeTools.Core.Catalog;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Csv;
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
        "\"1\"", "\"a\nb\"", "2019", "2020", "id", "name", "Name", "it's", "é", "\"c:\\d,e\"", "007", "1e3", "12345678901234567890", @"\N",
    ];

    [Fact]
    public void By_table_and_by_address_files_show_the_same()
    {
        var field = Gen.Elements(s_fields);
        var row = Gen.Choose(1, 4).SelectMany(width => field.ArrayOf(width).ListOf().Select(rows => (width, rows)));
        var files = from shape in row
                    from delimiter in Gen.Elements(',', ';', '\t')
                    from quote in Gen.Elements('"', '"', '\'')
                    from isKnown in Gen.Elements(true, false)
                    from start in Gen.Elements("", "\uFEFF", $"sep={delimiter}\n")
                    from end in Gen.Elements("\n", "\r\n")
                    select (Hints: new CsvHints(isKnown ? delimiter : null), Text: start
                        + string.Concat(shape.rows.Select(fields => string.Join(delimiter, fields) + end)).Replace('"', quote));
        var (same, said) = (0, 0);
        Prop.ForAll(files.ToArbitrary(), file =>
        {
            if (Compare(file.Text, file.Hints)) same++;
            else said++;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20181126, 3));
        Assert.True(same > 300 && said > 50, $"{same} were the same, of {said} it was said why not");
    }

    [Theory]
    [InlineData("id,name\n1,'Smith, J'\n2,'O''Brien'\n3,Bob\n", '\'', "Smith, J|O'Brien|Bob")]
    [InlineData("id;name\n1;'Smith; J'\n2;'Bob'\n", '\'', "Smith; J|Bob")]
    [InlineData("id,name\n1,'Bob'\n2,'Jim'\n", '\'', "Bob|Jim")]
    [InlineData("id,name\n1,'Bob'\n2,Jim\n", null, "'Bob'|Jim")]
    [InlineData("id,name\n1,'tis\n2,rock 'n' roll\n", null, "'tis|rock 'n' roll")]
    [InlineData("id,name\n1,\"it's\"\n2,\"'x'\"\n", '"', "it's|'x'")]
    [InlineData("id|name\n1|a,b\n2|c\n", null, "a,b|c")]
    public void The_quote_and_the_delimiter_are_found(string text, char? quote, string names)
    {
        Assert.Equal(quote, Infer(text, new CsvHints()).QuoteCharacter);
        var rows = FileBytes.Read(RowFormats.OfFile("Csv", new CsvHints(), null), Encoding.UTF8.GetBytes(text), "x.csv", null,
            error => Assert.Fail(error.Message));
        Assert.Equal(names, string.Join('|', rows.Select(row => row.Values[1])));
    }

    [Fact]
    public void What_the_table_takes_for_null_is_said()
    {
        var schema = Infer("id,n\n1,5\n2,\\N\n", new CsvHints());
        Assert.Equal("int", schema.Columns[1].Type);
        Assert.Single(schema.Warnings);
        var withEmpty = Infer("id,n\n1,\nx,\\N\n,5\n", new CsvHints());
        Assert.Equal("string", withEmpty.Columns[1].Type);
        Assert.Empty(withEmpty.Warnings);
    }

    private static bool Compare(string text, CsvHints hints)
    {
        InferredSchema schema;
        try
        {
            schema = Infer(text, hints);
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
        var byAddress = FileBytes.Read(RowFormats.OfFile("Csv", hints, null), bytes, "x.csv", null, _ => badByAddress++);
        if (badOfTable > 0 || badByAddress > 0 || schema.Warnings.Count > 0) return false; // said row by row, or once
        Assert.Equal(byAddress.Select(row => Shown(row, columns)), ofTable.Select(row => Shown(row, columns)));
        return true;
    }

    private static InferredSchema Infer(string text, CsvHints hints)
    {
        var options = new InferenceOptions { Delimiter = hints.Delimiter };
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
