using LakeTools.Core.Data.Rows;
using LakeTools.Core.Data.Tables;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using Xunit;

namespace LakeTools.Tests.Data;

/// <summary>Which field of delimited text is which column of a table, of which perhaps not all columns are visible.</summary>
public class TableColumnsTests
{
    [Theory]
    [InlineData("a,c")]
    [InlineData("a,b,c")]
    [InlineData("A,b,c,d")]
    public async Task A_header_names_visible_columns_in_the_order_of_the_table(string header)
    {
        var fields = header.Split(',');
        var columns = await Choice(isGuarded: true).OfFieldsAsync(fields, fields.Length, CancellationToken.None);
        Assert.Equal(["a", "c"], columns.Select(column => fields[column.Position].ToLowerInvariant()));
    }

    [Theory]
    [InlineData("c,b,a", true)]
    [InlineData("a,b", true)]
    [InlineData(null, true)]
    [InlineData("c,b,a", false)]
    [InlineData(null, false)]
    public async Task Positions_are_never_guessed(string? header, bool isGuarded)
    {
        var choice = Choice(isGuarded);
        var error = await Assert.ThrowsAsync<LakeException>(async () =>
            await choice.OfFieldsAsync(header?.Split(','), 3, CancellationToken.None));
        Assert.Equal(nameof(Fault.ColumnPositionsUnknown), error.Id);
    }

    [Theory]
    [InlineData("decimal(10,2)", "1.230", true)]
    [InlineData("decimal(10,2)", "1.239", false)]
    [InlineData("timestamp", "2026-01-01 10:20:30.1234567", true)]
    [InlineData("timestamp", "2026-01-01 10:20:30.123456789", false)]
    [InlineData("int", "01", true)]
    [InlineData("string", "1.239", true)]
    public void A_partition_has_the_very_value_of_its_key_or_none(string type, string value, bool isValue)
    {
        var choice = Choice(isGuarded: false, new GlueColumn("k", type), value);
        var error = Record.Exception(() => choice.OfNames([]));
        if (isValue) Assert.Null(error);
        else Assert.Equal(nameof(Fault.PartitionValueInvalid), Assert.IsType<LakeException>(error).Id);
    }

    // The catalog gives no positions, as AWS does where the settings name no engine.
    private static IColumnChoice Choice(bool isGuarded, GlueColumn? key = null, string value = "")
    {
        var location = S3Uri.Parse("s3://bucket/t/");
        var format = RowFormats.OfTable(null, new Dictionary<string, string>(), new Dictionary<string, string>())!;
        var table = new TableLayout
        {
            Address = new TableAddress("d", "t"),
            Arn = "",
            Location = location,
            Format = format,
            Parameters = new Dictionary<string, string>(),
            Columns = [new GlueColumn("a", "string"), new GlueColumn("c", "string")],
            PartitionKeys = key is null ? [] : [key],
            KeyOrder = key is null ? [] : [key.Name],
            IsGuarded = isGuarded,
            AskPositions = isGuarded ? null : _ => Task.FromResult<IReadOnlyDictionary<string, int>?>(null),
        };
        return new TableColumns(table, []).Of("s3://bucket/t/a.csv", new TablePartition(location, key is null ? [] : [value], format));
    }
}
