using Amazon.Glue;
using Amazon.Glue.Model;
using LakeTools.Core.Catalog;
using LakeTools.Core.Glue;
using LakeTools.Tests.Local.LakeFormation;

namespace LakeTools.Tests.Local.Glue;

/// <summary>Statistics of columns, written by one client and read by Get-GlueTable's service.</summary>
public sealed class ColumnStatisticTests : GuardedLake
{
    private static readonly DateTime s_analyzed = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    [Fact]
    public async Task Each_type_says_what_it_has()
    {
        await WriteAsync(
            Of("id", new() { Type = ColumnStatisticsType.LONG, LongColumnStatisticsData = new()
                { MinimumValue = -1, MaximumValue = 9, NumberOfNulls = 2, NumberOfDistinctValues = 3 } }),
            // 258 hundredths: two bytes, the most significant first (Java's BigInteger, which Hive writes).
            Of("amount", new() { Type = ColumnStatisticsType.DECIMAL, DecimalColumnStatisticsData = new()
                { MinimumValue = new() { UnscaledValue = new MemoryStream([1, 2]), Scale = 2 }, NumberOfNulls = 0,
                    NumberOfDistinctValues = 1, MaximumValue = new() { UnscaledValue = new MemoryStream([255]), Scale = 1 } } }),
            Of("day", new() { Type = ColumnStatisticsType.STRING, StringColumnStatisticsData = new()
                { MaximumLength = 5, AverageLength = 2.5, NumberOfNulls = 0, NumberOfDistinctValues = 1 } }));
        var table = await ReadAsync(null);
        Assert.Null((await new TableService(Lake.Connect()).GetAsync("sales", "orders", null, Ct)).ColumnStatistic);
        Assert.Equal(["id", "day", "amount"], table.ColumnStatistic!.Select(of => of.Name).OrderBy(name => Names(table).IndexOf(name)));
        var id = table.ColumnStatistic!.Single(of => of.Name == "id");
        Assert.Equal((-1L, 9L, 2L, 3L), (id.Minimum, id.Maximum, id.NullCount, id.DistinctCount));
        Assert.Equal(s_analyzed, id.AnalyzedTime!.Value.ToUniversalTime());
        var amount = table.ColumnStatistic!.Single(of => of.Name == "amount");
        Assert.Equal((2.58m, -0.1m), (amount.Minimum, amount.Maximum));
        var day = table.ColumnStatistic!.Single(of => of.Name == "day");
        Assert.Equal((5L, 2.5, null), (day.MaximumLength, day.AverageLength, day.Minimum));
    }

    [Fact]
    public async Task Columns_that_are_not_selected_tell_nothing()
    {
        await WriteAsync(Of("id", Count()), Of("amount", Count()));
        await GrantAsync(Rules.Resources.LakeResource.Columns("sales", "orders", ["id"]), Rules.Permissions.PermissionSet.Select);
        Assert.Equal("id", Assert.Single((await ReadAsync(Guest)).ColumnStatistic!).Name);
    }

    private static ColumnStatisticsData Count() => new()
    {
        Type = ColumnStatisticsType.LONG,
        LongColumnStatisticsData = new() { MinimumValue = 1, MaximumValue = 2, NumberOfNulls = 0, NumberOfDistinctValues = 2 },
    };

    private static ColumnStatistics Of(string column, ColumnStatisticsData data) =>
        new() { ColumnName = column, ColumnType = "string", AnalyzedTime = s_analyzed, StatisticsData = data };

    private static List<string> Names(GlueTable table) => [.. table.Column.Select(column => column.Name)];

    private Task WriteAsync(params List<ColumnStatistics> statistics) => Administrator.Glue.UpdateColumnStatisticsForTableAsync(
        new UpdateColumnStatisticsForTableRequest { DatabaseName = "sales", TableName = "orders", ColumnStatisticsList = statistics }, Ct);

    private async Task<GlueTable> ReadAsync(string? principal)
    {
        var connection = Lake.Connect(principal);
        var table = await new TableService(connection).GetAsync("sales", "orders", null, Ct);
        return await new ColumnStatisticsService(connection).WithAsync(table, Ct);
    }
}
