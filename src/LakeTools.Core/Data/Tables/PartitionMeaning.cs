using LakeTools.Core.Data.Cells;

namespace LakeTools.Core.Data.Tables;

/// <summary>
/// What texts of partition keys mean. Catalogs have them as they were written: <c>01</c> and <c>1</c> are the same value of a whole number,
/// and rows that are read from the one partition belong into it, not into another.
/// </summary>
internal static class PartitionMeaning
{
    /// <summary>The values in one way of writing.</summary>
    /// <param name="values">The values as they are in the catalog or in rows.</param>
    /// <param name="keys">The partition keys.</param>
    /// <returns>A text each, equal for equal values; a text that is no value of its key stays as it is.</returns>
    public static IEnumerable<string> Of(IReadOnlyList<string> values, IReadOnlyList<GlueColumn> keys) =>
        values.Select((text, i) => i < keys.Count ? Of(text, CellType.FromHive(keys[i].Type)) : text);

    private static string Of(string text, CellType type)
    {
        if (type.Kind is CellKind.Text or CellKind.Binary || type.IsNested) return text;
        if (!CellText.TryParseExactly(text, type, out var value) || value is null) return text;
        var written = CellText.Format(value, type.Kind);
        return type.Kind == CellKind.Decimal ? Shortest(written) : written;
    }

    // Decimals keep the zeros with which they were written, and those of more digits than .NET has come as their text.
    private static string Shortest(string number)
    {
        var digits = number.TrimStart('+', '-').TrimStart('0');
        if (digits.Contains('.', StringComparison.Ordinal)) digits = digits.TrimEnd('0').TrimEnd('.');
        return digits.Length == 0 ? "0" : number[0] == '-' ? "-" + digits : digits;
    }
}
