using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Import;
using LakeTools.Rules.Errors;
using Xunit;

namespace LakeTools.Tests.Data;

public class SchemaInferenceTests
{
    public static TheoryData<string, string[]> Types => new()
    {
        { "int", ["1", "-2", "0", ""] },
        { "bigint", ["1", "2147483648"] },
        { "decimal(20,0)", ["1", "12345678901234567890"] },
        { "double", ["1", "2.5"] },
        { "double", ["1e5"] },
        { "double", ["0.30000000000000004"] },
        { "double", [".5", "-1"] },
        { "decimal(19,17)", ["12.12345678901234567"] },
        { "boolean", ["true", "FALSE"] },
        { "date", ["2012-01-01", "2012-12-31"] },
        { "timestamp", ["2012-01-01 10:00:00", "2012-01-01T10:00:00.123Z"] },
        { "timestamp", ["2012-01-01", "2012-01-01 10:00:00"] },
        { "string", ["007"] },
        { "string", ["1", "007"] },
        { "string", ["+49"] },
        { "string", ["00.5"] },
        { "string", ["1", "x"] },
        { "string", ["1", "true"] },
        { "string", ["2012-01-01", "1"] },
        { "string", ["01/02/2012"] },
        { "string", ["2012-02-30"] },
        { "string", ["1,5"] },
        { "string", ["NaN"] },
        { "string", ["-"] },
        { "string", ["."] },
        { "string", ["", ""] },
        { "string", ["123456789012345678901234567890123456789"] },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void The_narrowest_type_that_loses_nothing(string type, string[] texts)
    {
        var guess = new ColumnTypeGuess();
        foreach (var text in texts) guess.Add(text);
        Assert.Equal(type, guess.Type.ToHive());
    }

    public static TheoryData<string, char, bool, string[]> Files => new()
    {
        { "id,name\n1,a\n2,b\n", ',', true, ["id:int", "name:string"] },
        { "1,a\n2,b\n", ',', false, ["col1:int", "col2:string"] },
        { "id;name\n1;a,b\n2;c,d\n", ';', true, ["id:int", "name:string"] },
        { "id\tname\n1\ta\n", '\t', true, ["id:int", "name:string"] },
        { "a|b\n1|2\n", '|', true, ["a:int", "b:int"] },
        { "Temp (max),Temp (max),,2nd\n1,2,3,4\n", ',', true, ["temp_max:int", "temp_max_2:int", "col3:int", "2nd:int"] },
        { "id,n,\n1,a,\n2,b,\n", ',', true, ["id:int", "n:string", "col3:string"] },
        { "country,2019,2020\nAT,1.5,2.5\nDE,3.5,4.5\n", ',', true, ["country:string", "2019:double", "2020:double"] },
        { "Wien,2019\nGraz,2020\n", ',', false, ["col1:string", "col2:int"] },
        { "sep=;\nid;n\n1;a\n", ';', true, ["id:int", "n:string"] },
        { "sep=;\n1;2\n3;4\n", ';', false, ["col1:int", "col2:int"] },
        { "id,1st\n1,x\n", ',', true, ["id:int", "1st:string"] },
        { ",a\n0,x\n1,y\n", ',', true, ["col1:int", "a:string"] },
        { "Temp (max),TEMP-max,_id,2nd\n1,2,3,4\n", ',', true, ["temp_max:int", "temp_max_2:int", "_id:int", "2nd:int"] },
        { "city,country\nBerlin,Germany\n", ',', true, ["city:string", "country:string"] },
        { "red,red\nred,blue\n", ',', false, ["col1:string", "col2:string"] },
        { "name\na\nb\n", ',', true, ["name:string"] },
        { "n,t\n1,\"a,b\"\n2,\"c,d\"\n", ',', true, ["n:int", "t:string"] },
        { "n,t\n1,a\nbad\n2,b\n", ',', true, ["n:int", "t:string"] },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Files_are_understood(string text, char delimiter, bool header, string[] columns)
    {
        var schema = await InferAsync(text, new InferenceOptions());
        Assert.Equal((delimiter, header), (schema.Delimiter, schema.Header));
        Assert.Equal(columns, schema.Columns.Select(column => $"{column.Name}:{column.Type}"));
    }

    [Theory]
    [InlineData("n,t\n1,\"a\nb\"\n")]
    [InlineData("t\na\n\nb\n")]
    [InlineData("t\na\n\n")]
    public async Task What_no_SerDe_reads_is_said(string text)
    {
        var error = await Assert.ThrowsAsync<LakeException>(() => InferAsync(text, new InferenceOptions()));
        Assert.Equal("DialectNotReadable", error.Id);
    }

    [Theory]
    [InlineData("n,t\n1,a\n2,b\n", null, "int", "")] // no quotes are needed
    [InlineData("n,t\n1,\n2,b\n", null, "int", "serialization.null.format=")] // an empty field is null by address
    [InlineData("n,t\n1,\"a,b\"\n", '"', "int", "escapeChar=\\")]
    [InlineData("n,t\n1,\"a\\b\"\n", '"', "int", "escapeChar=\u0001")] // a backslash is a character of its own by address
    [InlineData("n,t\n,\"a,b\"\n2,c\n", '"', "string", "escapeChar=\\")] // OpenCSV takes no empty number
    [InlineData("n,t\n2020-01-01,\"a,b\"\n", '"', "string", "escapeChar=\\")] // nor a date that is no number of days
    public async Task The_table_reads_the_file_as_it_was_inferred(string text, char? quote, string firstType, string parameters)
    {
        var schema = await InferAsync(text, new InferenceOptions());
        Assert.Equal(quote, schema.QuoteCharacter);
        Assert.Equal(firstType, schema.Columns[0].Type);
        Assert.Equal(parameters, string.Join(' ', schema.SerdeParameters.Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Fact]
    public async Task What_is_known_is_not_guessed()
    {
        var schema = await InferAsync("a;b,c\n1;2,3\n", new InferenceOptions { Delimiter = ';', Header = false });
        Assert.Equal(["col1:string", "col2:string"], schema.Columns.Select(column => $"{column.Name}:{column.Type}"));
    }

    [Fact]
    public async Task No_more_than_the_sample_is_looked_at()
    {
        var schema = await InferAsync("n\n1\n2\nx\n", new InferenceOptions { SampleRows = 2 });
        Assert.Equal("int", schema.Columns.Single().Type);
    }

    [Fact]
    public async Task An_empty_file_has_no_columns()
    {
        var error = await Assert.ThrowsAsync<LakeException>(() => InferAsync("\n\n", new InferenceOptions()));
        Assert.Equal("DataEmpty", error.Id);
    }

    [Fact]
    public async Task Real_weather_is_understood()
    {
        using var text = new StreamReader(Path.Combine(Repository.Root, "examples", "data", "seattle-weather.csv"));
        var schema = await SchemaInference.InferDelimitedAsync(text, "seattle-weather.csv", "Csv", new InferenceOptions(),
            null, CancellationToken.None);
        Assert.Equal(["date:date", "precipitation:double", "temp_max:double", "temp_min:double", "wind:double", "weather:string"],
            schema.Columns.Select(column => $"{column.Name}:{column.Type}"));
        Assert.Equal(("Csv", ',', true), (schema.Format, schema.Delimiter, schema.Header));
    }

    private static Task<InferredSchema> InferAsync(string text, InferenceOptions options) =>
        SchemaInference.InferDelimitedAsync(new StringReader(text), "test.csv", "Csv", options, null, CancellationToken.None);
}
