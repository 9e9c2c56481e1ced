namespace LakeTools.Core.Data.Csv;

/// <summary>What the beginning of a text says about how it is written.</summary>
/// <param name="Dialect">The dialect; its header lines are those before the first record.</param>
/// <param name="Header">Whether the first record names the columns.</param>
/// <param name="First">The fields of the first record. Empty if there is none.</param>
/// <param name="HasRows">True if a record follows the first one.</param>
internal sealed record CsvLook(CsvDialect Dialect, CsvHeader Header, IReadOnlyList<string> First, bool HasRows)
{
    /// <summary>The dialect with the lines of its header.</summary>
    /// <param name="hasHeader">Whether the first record names the columns.</param>
    /// <returns>The dialect.</returns>
    public CsvDialect With(bool hasHeader) => Dialect with { HeaderLines = Dialect.HeaderLines + (hasHeader ? 1 : 0) };

    /// <summary>The first record as text that is equal for records with the same names, but for case and blanks.</summary>
    public string Names { get; } = string.Join('\n', First.Select(field => field.Trim().ToUpperInvariant()));
}
