using System.Numerics;
using Amazon.Glue.Model;
using LakeTools.Core.Catalog;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Glue;

/// <summary>Reads the statistics of tables' columns.</summary>
/// <param name="connection">The lake.</param>
public sealed class ColumnStatisticsService(LakeConnection connection)
{
    private const int PerCall = 100; // API reference, GetColumnStatisticsForTable
    private const int MaxDecimalScale = 28;

    /// <summary>Adds the statistics of a table's columns. A column without any, or that may not be read, is left out.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The table with its statistics.</returns>
    /// <exception cref="LakeException"><c>TableAccessDenied</c> where the caller may select nothing of the table.</exception>
    public async Task<GlueTable> WithAsync(GlueTable table, CancellationToken cancellationToken)
    {
        var found = new List<GlueColumnStatistic>();
        foreach (var batch in table.Column.Select(column => column.Name).Chunk(PerCall))
        {
            var request = new GetColumnStatisticsForTableRequest
            {
                CatalogId = table.CatalogId,
                DatabaseName = table.DatabaseName,
                TableName = table.Name,
                ColumnNames = [.. batch],
            };
            var answer = await CatalogErrors.OfTableAsync(table.DatabaseName, table.Name, () =>
                connection.Clients.Glue.GetColumnStatisticsForTableAsync(request, cancellationToken)).ConfigureAwait(false);
            found.AddRange((answer.ColumnStatisticsList ?? []).Select(ToStatistic));
        }

        return table with { ColumnStatistic = found };
    }

    private static GlueColumnStatistic ToStatistic(ColumnStatistics statistics)
    {
        var data = statistics.StatisticsData;
        var made = new GlueColumnStatistic
        {
            Name = statistics.ColumnName,
            Type = statistics.ColumnType,
            AnalyzedTime = statistics.AnalyzedTime?.ToLocalTime(),
        };
        return data switch
        {
            { LongColumnStatisticsData: { } of } => made with
            {
                NullCount = of.NumberOfNulls,
                DistinctCount = of.NumberOfDistinctValues,
                Minimum = of.MinimumValue,
                Maximum = of.MaximumValue,
            },
            { DoubleColumnStatisticsData: { } of } => made with
            {
                NullCount = of.NumberOfNulls,
                DistinctCount = of.NumberOfDistinctValues,
                Minimum = of.MinimumValue,
                Maximum = of.MaximumValue,
            },
            { DecimalColumnStatisticsData: { } of } => made with
            {
                NullCount = of.NumberOfNulls,
                DistinctCount = of.NumberOfDistinctValues,
                Minimum = Number(of.MinimumValue),
                Maximum = Number(of.MaximumValue),
            },
            { DateColumnStatisticsData: { } of } => made with
            {
                NullCount = of.NumberOfNulls,
                DistinctCount = of.NumberOfDistinctValues,
                Minimum = of.MinimumValue?.ToUniversalTime(),
                Maximum = of.MaximumValue?.ToUniversalTime(),
            },
            { StringColumnStatisticsData: { } of } => made with
            {
                NullCount = of.NumberOfNulls,
                DistinctCount = of.NumberOfDistinctValues,
                AverageLength = of.AverageLength,
                MaximumLength = of.MaximumLength,
            },
            { BinaryColumnStatisticsData: { } of } => made with
            {
                NullCount = of.NumberOfNulls, AverageLength = of.AverageLength, MaximumLength = of.MaximumLength,
            },
            { BooleanColumnStatisticsData: { } of } => made with
            {
                NullCount = of.NumberOfNulls, TrueCount = of.NumberOfTrues, FalseCount = of.NumberOfFalses,
            },
            _ => made,
        };
    }

    // Glue has the digits as a whole number, its most significant byte first, and the scale. A number beyond .NET's decimal is text.
    private static object? Number(DecimalNumber? number)
    {
        if (number?.UnscaledValue is not { } bytes) return null;
        var digits = new BigInteger(bytes.ToArray(), isBigEndian: true);
        var scale = number.Scale ?? 0;
        try
        {
            return scale is >= 0 and <= MaxDecimalScale ? (decimal)digits / (decimal)BigInteger.Pow(10, scale) : $"{digits}E-{scale}";
        }
        catch (OverflowException)
        {
            return $"{digits}E-{scale}";
        }
    }
}
