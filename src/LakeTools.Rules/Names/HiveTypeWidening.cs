using System.Globalization;

namespace LakeTools.Rules.Names;

/// <summary>Returns whether a column may get another type without a value that no longer fits.</summary>
public static class HiveTypeWidening
{
    private const int DigitsOfDouble = 15;

    // The maximum number of decimal digits of each whole number type, the narrowest first.
    private static readonly Dictionary<string, int> s_wholeDigits = new(StringComparer.Ordinal)
    {
        ["tinyint"] = 3, ["smallint"] = 5, ["int"] = 10, ["bigint"] = 19,
    };

    /// <summary>Whether every value of a type is a value of another one. Types within structs, arrays and maps must be equal.</summary>
    /// <param name="from">A type in Glue's form.</param>
    /// <param name="to">Another one.</param>
    /// <returns>False if the other type is narrower, or is not known to hold all.</returns>
    public static bool Holds(string from, string to)
    {
        if (from == to || to == "string") return true;
        var (source, sourceSizes) = Parse(from);
        var (target, targetSizes) = Parse(to);
        if (s_wholeDigits.TryGetValue(source, out var digits))
        {
            return s_wholeDigits.TryGetValue(target, out var more) ? more >= digits
                : target == "double" ? digits <= DigitsOfDouble
                : target == "decimal" && Whole(targetSizes) >= digits;
        }

        return (source, target) switch
        {
            ("float", "double") => true,
            ("decimal", "decimal") => Whole(targetSizes) >= Whole(sourceSizes) && Scale(targetSizes) >= Scale(sourceSizes),
            ("char" or "varchar", "char" or "varchar") => targetSizes[0] >= sourceSizes[0],
            _ => false,
        };
    }

    // Hive's decimal without sizes is decimal(10,0).
    private static int Whole(int[] sizes) => sizes.Length == 0 ? 10 : sizes[0] - Scale(sizes);

    private static int Scale(int[] sizes) => sizes.Length < 2 ? 0 : sizes[1];

    private static (string Name, int[] Sizes) Parse(string type)
    {
        var open = type.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || !type.EndsWith(')')) return (type, []);
        var sizes = type[(open + 1)..^1].Split(',').Select(size =>
            int.TryParse(size.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
        return (type[..open], [.. sizes]);
    }
}
