using LakeTools.Core.Data.Csv;
using LakeTools.Core.Data.Files;

namespace LakeTools.Core.Data.Tables;

/// <summary>
/// Properties of SerDes that change which values a file has. Those that are not carried out are errors: without them, other values would be
/// read or written. Sources: Athena user guide, 'SerDe reference'; hive-formats of Trino, of which Athena's readers are made.
/// </summary>
internal static class SerdeProperties
{
    /// <summary>Hive's SerDe for JSON.</summary>
    public const string HiveJsonSerde = "org.apache.hive.hcatalog.data.JsonSerDe";

    /// <summary>The SerDe for JSON of OpenX.</summary>
    public const string OpenXJsonSerde = "org.openx.data.jsonserde.JsonSerDe";

    /// <summary>Hive's SerDe for Parquet.</summary>
    public const string ParquetSerde = "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe";

    /// <summary>The beginning of the property that names the property in JSON of a column.</summary>
    public const string Mapping = "mapping.";

    private static readonly string[] s_json = [HiveJsonSerde, OpenXJsonSerde];
    private static readonly string[] s_delimited = [CsvDialect.LazySimpleSerde, CsvDialect.OpenCsvSerde];

    private static readonly Property[] s_properties =
    [
        new("dots.in.keys", [OpenXJsonSerde], value => !IsTrue(value)),
        new("case.insensitive", [OpenXJsonSerde], IsTrue),
        new("timestamp.formats", [.. s_json, CsvDialect.LazySimpleSerde], _ => false),
        new("serialization.encoding", s_json, value => TextEncoding.IsPartOfUtf8(TextEncoding.Of(value))),
        new("skip.header.line.count", s_json, IsZero),
        new("skip.footer.line.count", [.. s_json, .. s_delimited], IsZero),
        new("serialization.last.column.takes.rest", [CsvDialect.LazySimpleSerde], value => !IsTrue(value)),
        new("line.delim", [CsvDialect.LazySimpleSerde], value => value is "\n" or @"\n" or "10"),
        new("parquet.column.index.access", [ParquetSerde], value => !IsTrue(value)),
    ];

    /// <summary>Finds a property that is not carried out.</summary>
    /// <param name="serde">The SerDe's class, or null for Hive's default.</param>
    /// <param name="serdeParameters">The SerDe's parameters.</param>
    /// <param name="tableParameters">The table's parameters, which apply where the SerDe has none.</param>
    /// <returns>The property and its value. Null if there is none.</returns>
    public static (string Name, string Value)? NotSupported(string? serde, IReadOnlyDictionary<string, string> serdeParameters,
        IReadOnlyDictionary<string, string> tableParameters)
    {
        foreach (var property in s_properties)
        {
            if (!property.Serdes.Contains(serde ?? CsvDialect.LazySimpleSerde, StringComparer.OrdinalIgnoreCase)) continue;
            var value = serdeParameters.GetValueOrDefault(property.Name) ?? tableParameters.GetValueOrDefault(property.Name);
            if (value is { Length: > 0 } && !property.IsSupported(value)) return (property.Name, value);
        }

        return null;
    }

    /// <summary>The names of properties in JSON, of the columns that have another name there.</summary>
    /// <param name="serdeParameters">The parameters of OpenX's SerDe.</param>
    /// <returns>The property by column. Null if no column has another name.</returns>
    public static IReadOnlyDictionary<string, string>? MappingOf(IReadOnlyDictionary<string, string> serdeParameters)
    {
        var mapping = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in serdeParameters)
            if (key.StartsWith(Mapping, StringComparison.Ordinal)) mapping[key[Mapping.Length..]] = value;
        return mapping.Count > 0 ? mapping : null;
    }

    /// <summary>Returns whether a value of a property is true.</summary>
    /// <param name="value">The value; null if it is not set.</param>
    public static bool IsTrue(string? value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    private static bool IsZero(string value) => int.TryParse(value, out var count) && count == 0;

    private sealed record Property(string Name, IReadOnlyList<string> Serdes, Func<string, bool> IsSupported);
}
