using Amazon.Glue;
using Amazon.Glue.Model;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Definitions;

/// <summary>What a table takes with it comes back whole: statistics of every type, partitions with every member.</summary>
public sealed class KeptPartsTests
{
    private const string Owner = "lake: 1\nname: shop\nowns: [ { database: shop } ]\n";

    private static readonly DefinitionSource s_source = new(new Dictionary<string, Func<string, string, DefinitionNode>>());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Statistics_of_every_type_come_back()
    {
        using var folder = new TemporaryFolder();
        using var lake = new TestLake();
        var service = new DefinitionService(lake.Connect(), new FolderJournal(folder.Path));
        var glue = lake.Connect().Clients.Glue;
        await PublishAsync(Owner + "databases: { shop: { tables: { orders: { columns: { "
            + "b: boolean, d: date, n: 'decimal(10,2)', f: double, l: bigint, s: string, x: binary, none: int } } } } }\n");
        var analyzed = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        await glue.UpdateColumnStatisticsForTableAsync(new UpdateColumnStatisticsForTableRequest
        {
            DatabaseName = "shop",
            TableName = "orders",
            ColumnStatisticsList =
            [
                Of("b", "boolean", new() { Type = ColumnStatisticsType.BOOLEAN, BooleanColumnStatisticsData = new()
                    { NumberOfTrues = 1, NumberOfFalses = 2, NumberOfNulls = 3 } }),
                Of("d", "date", new() { Type = ColumnStatisticsType.DATE, DateColumnStatisticsData = new()
                    { MinimumValue = analyzed, MaximumValue = analyzed, NumberOfNulls = 0, NumberOfDistinctValues = 1 } }),
                Of("n", "decimal(10,2)", new() { Type = ColumnStatisticsType.DECIMAL, DecimalColumnStatisticsData = new()
                    { MinimumValue = new() { UnscaledValue = new MemoryStream([1, 2]), Scale = 2 }, NumberOfNulls = 0,
                        NumberOfDistinctValues = 1 } }),
                Of("f", "double", new() { Type = ColumnStatisticsType.DOUBLE, DoubleColumnStatisticsData = new()
                    { MinimumValue = 0.1, MaximumValue = 1e300, NumberOfNulls = 0, NumberOfDistinctValues = 1 } }),
                Of("l", "bigint", new() { Type = ColumnStatisticsType.LONG, LongColumnStatisticsData = new()
                    { MinimumValue = long.MinValue, MaximumValue = long.MaxValue, NumberOfNulls = 0, NumberOfDistinctValues = 1 } }),
                Of("s", "string", new() { Type = ColumnStatisticsType.STRING, StringColumnStatisticsData = new()
                    { MaximumLength = 5, AverageLength = 2.5, NumberOfNulls = 0, NumberOfDistinctValues = 1 } }),
                Of("x", "binary", new() { Type = ColumnStatisticsType.BINARY, BinaryColumnStatisticsData = new()
                    { MaximumLength = 5, AverageLength = 2.5, NumberOfNulls = 0 } }),
            ],
        }, Ct);
        var before = await StatisticsAsync();
        await PublishAsync(Owner);
        var plan = await service.PlanRestoreAsync("shop", 1, null, Ct);
        Assert.Equal("Done", (await service.PublishAsync(plan, PublishConsent.All, null, Ct))!.Status);
        Assert.Equal(7, before.Count);
        Assert.Equal(before, await StatisticsAsync());

        ColumnStatistics Of(string column, string type, ColumnStatisticsData data) =>
            new() { ColumnName = column, ColumnType = type, AnalyzedTime = analyzed, StatisticsData = data };

        async Task<List<string>> StatisticsAsync() => [.. (await glue.GetColumnStatisticsForTableAsync(
            new GetColumnStatisticsForTableRequest
            {
                DatabaseName = "shop", TableName = "orders", ColumnNames = ["b", "d", "n", "f", "l", "s", "x", "none"],
            }, Ct)).ColumnStatisticsList.OrderBy(one => one.ColumnName).Select(Text)];

        async Task PublishAsync(string text)
        {
            var file = Path.Combine(folder.Path, "shop.yaml");
            await File.WriteAllTextAsync(file, text, Ct);
            var wanted = await service.CompareAsync(s_source, file, new Dictionary<string, string>(), detailed: false, null, Ct);
            Assert.Equal("Done", (await service.PublishAsync(wanted, PublishConsent.All, null, Ct))!.Status);
        }
    }

    // Every member by hand: the journal's own form must not say what is expected.
    private static string Text(ColumnStatistics one)
    {
        var data = one.StatisticsData;
        object?[] members =
        [
            one.ColumnName, one.ColumnType, one.AnalyzedTime?.Ticks, data.Type.Value,
            data.BooleanColumnStatisticsData?.NumberOfTrues, data.BooleanColumnStatisticsData?.NumberOfFalses,
            data.BooleanColumnStatisticsData?.NumberOfNulls, data.DateColumnStatisticsData?.MinimumValue?.Ticks,
            data.DateColumnStatisticsData?.NumberOfDistinctValues, data.DecimalColumnStatisticsData?.MinimumValue?.Scale,
            data.DecimalColumnStatisticsData is { } number ? Convert.ToHexString(number.MinimumValue.UnscaledValue.ToArray()) : null,
            data.DoubleColumnStatisticsData?.MinimumValue, data.DoubleColumnStatisticsData?.MaximumValue,
            data.LongColumnStatisticsData?.MinimumValue, data.LongColumnStatisticsData?.MaximumValue,
            data.StringColumnStatisticsData?.MaximumLength, data.StringColumnStatisticsData?.AverageLength,
            data.BinaryColumnStatisticsData?.MaximumLength,
        ];
        return string.Join('|', members);
    }
}
