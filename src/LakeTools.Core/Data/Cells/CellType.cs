using System.Globalization;

namespace LakeTools.Core.Data.Cells;

/// <summary>The type of a column's cells.</summary>
/// <param name="Kind">The kind of value.</param>
/// <param name="Precision">Of a decimal: how many digits it may have, 1 to 38. Of text: how many characters; 0 for any number.</param>
/// <param name="Scale">Of a decimal: how many of them are behind the point.</param>
internal readonly record struct CellType(CellKind Kind, int Precision = 0, int Scale = 0)
{
    private const int LongestDecimal = 38;
    private const int LongestText = 65535;
    private const int DefaultDecimalPrecision = 10; // Hive's decimal without arguments is decimal(10,0).

    /// <summary>Of an array: its item; of a map: its key and value; of a struct: its fields; otherwise null.</summary>
    public IReadOnlyList<CellField>? Parts { get; init; }

    /// <summary>True for arrays, maps and structs.</summary>
    public bool IsNested => Parts is not null;

    /// <summary>Text as it is.</summary>
    public static CellType Text { get; } = new(CellKind.Text);

    /// <summary>An array.</summary>
    /// <param name="item">The type of its items.</param>
    public static CellType ArrayOf(CellType item) => new(CellKind.Array) { Parts = [new CellField("element", item)] };

    /// <summary>A map.</summary>
    /// <param name="key">The type of its keys.</param>
    /// <param name="value">The type of its values.</param>
    public static CellType MapOf(CellType key, CellType value) =>
        new(CellKind.Map) { Parts = [new CellField("key", key), new CellField("value", value)] };

    /// <summary>A struct.</summary>
    /// <param name="fields">Its fields.</param>
    public static CellType StructOf(IReadOnlyList<CellField> fields) => new(CellKind.Struct) { Parts = fields };

    /// <summary>The cell type for a Hive type; text for types without a kind of their own.</summary>
    /// <param name="hiveType">Such as <c>bigint</c> or <c>decimal(10,2)</c>; null for text.</param>
    /// <returns>The type.</returns>
    public static CellType FromHive(string? hiveType) => FromHive(hiveType, 0);

    /// <summary>The same, of a type that is within others.</summary>
    /// <param name="hiveType">The type.</param>
    /// <param name="depth">The number of types that enclose this one. A type that is nested too deeply is read as text.</param>
    internal static CellType FromHive(string? hiveType, int depth)
    {
        var text = hiveType?.Trim().ToLowerInvariant() ?? "string";
        if (text.StartsWith("decimal", StringComparison.Ordinal) || text.StartsWith("numeric", StringComparison.Ordinal))
            return DecimalFrom(text["decimal".Length..].TrimStart()) ?? Text;
        return text switch
        {
            "boolean" => new CellType(CellKind.Boolean),
            "tinyint" => new CellType(CellKind.TinyInt),
            "smallint" => new CellType(CellKind.SmallInt),
            "int" or "integer" => new CellType(CellKind.Int),
            "bigint" or "long" => new CellType(CellKind.BigInt),
            "float" or "real" => new CellType(CellKind.Float),
            "double" or "double precision" => new CellType(CellKind.Double),
            "date" => new CellType(CellKind.Date),
            "timestamp" => new CellType(CellKind.Timestamp),
            "binary" => new CellType(CellKind.Binary),
            _ => SizedText(text) ?? NestedType.Parse(text, depth) ?? Text,
        };
    }

    /// <summary>The Hive type.</summary>
    /// <returns>Such as <c>bigint</c> or <c>decimal(10,2)</c>.</returns>
    public string ToHive() => Kind switch
    {
        CellKind.Text => "string",
        CellKind.Decimal => string.Create(CultureInfo.InvariantCulture, $"decimal({Precision},{Scale})"),
        CellKind.Array or CellKind.Map or CellKind.Struct => NestedType.Format(this),
        _ => Kind.ToString().ToLowerInvariant(),
    };

    private static CellType? SizedText(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        return open > 0 && text[^1] == ')' && text[..open].TrimEnd() is "varchar" or "char"
            && TryNumber(text[(open + 1)..^1], 1, LongestText, out var length) ? new CellType(CellKind.Text, length) : null;
    }

    // A misspelled decimal is no type: its values would be rounded to a scale that was not specified.
    private static CellType? DecimalFrom(string arguments)
    {
        if (arguments.Length == 0) return new CellType(CellKind.Decimal, DefaultDecimalPrecision);
        if (arguments[0] != '(' || arguments[^1] != ')') return null;
        var parts = arguments[1..^1].Split(',');
        var scale = 0;
        return parts.Length <= 2 && TryNumber(parts[0], 1, LongestDecimal, out var precision)
            && (parts.Length == 1 || TryNumber(parts[1], 0, precision, out scale))
            ? new CellType(CellKind.Decimal, precision, scale) : null;
    }

    private static bool TryNumber(string text, int least, int most, out int number) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;
}
