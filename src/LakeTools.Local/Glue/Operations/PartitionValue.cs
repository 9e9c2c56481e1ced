using System.Globalization;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Operations;

/// <summary>Compares the text of a partition's value, by the type of its key.</summary>
internal static class PartitionValue
{
    private const string HiveDefault = "__HIVE_DEFAULT_PARTITION__";

    private static readonly HashSet<string> s_numbers =
        new(StringComparer.Ordinal) { "tinyint", "smallint", "int", "bigint", "long", "decimal" };
    private static readonly HashSet<string> s_texts = new(StringComparer.Ordinal) { "string", "varchar", "char" };
    private static readonly HashSet<string> s_times = new(StringComparer.Ordinal) { "date", "timestamp" };

    /// <summary>A stored value in its key's type; null if the partition represents null or the type cannot hold its text.</summary>
    public static IComparable? Stored(string text, string type) => text == HiveDefault ? null : Parse(text, type);

    /// <summary>A constant of an expression in the key's type.</summary>
    public static IComparable Constant(string text, string type) => Parse(text, type)
        ?? throw new ApiException("InvalidInputException", $"Invalid value '{text}' for a partition key of type {type}.");

    private static IComparable? Parse(string text, string type)
    {
        var name = type.Split('(')[0].Trim().ToLowerInvariant();
        if (s_texts.Contains(name)) return text;
        if (s_numbers.Contains(name))
            return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (s_times.Contains(name))
            return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var time) ? time : null;
        throw new ApiException("InvalidInputException", $"Unsupported expression: partition keys of type {type} cannot be compared.");
    }
}
