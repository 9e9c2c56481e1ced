namespace LakeTools;

/// <summary>The statistics about the values of a table's column, as they were computed at some time.</summary>
public sealed record GlueColumnStatistic
{
    /// <summary>The column.</summary>
    public required string Name { get; init; }

    /// <summary>The column's type then.</summary>
    public string? Type { get; init; }

    /// <summary>When it was computed; local time.</summary>
    public DateTime? AnalyzedTime { get; init; }

    /// <summary>The number of rows without a value.</summary>
    public long? NullCount { get; init; }

    /// <summary>About how many values there are.</summary>
    public long? DistinctCount { get; init; }

    /// <summary>The least value: a number, or a date in UTC; null if it is not known.</summary>
    public object? Minimum { get; init; }

    /// <summary>The greatest value: a number, or a date in UTC; null if it is not known.</summary>
    public object? Maximum { get; init; }

    /// <summary>The mean length, of texts in characters, of binary values in bytes.</summary>
    public double? AverageLength { get; init; }

    /// <summary>The greatest length.</summary>
    public long? MaximumLength { get; init; }

    /// <summary>The number of values that are true.</summary>
    public long? TrueCount { get; init; }

    /// <summary>The number of values that are false.</summary>
    public long? FalseCount { get; init; }

    /// <summary>Shows the column with its range.</summary>
    /// <returns>Such as <c>amount: 1 to 9</c>.</returns>
    public override string ToString() => Minimum is null && Maximum is null ? Name
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name}: {Minimum} to {Maximum}");
}
