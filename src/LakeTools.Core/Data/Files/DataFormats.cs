using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Files;

/// <summary>The forms that data has, by the names that the parameters -Format have.</summary>
internal static class DataFormats
{
    /// <summary>Comma-separated, or with another delimiter.</summary>
    public const string Csv = "Csv";

    /// <summary>Tab-separated.</summary>
    public const string Tsv = "Tsv";

    /// <summary>JSON lines, or an array.</summary>
    public const string Json = "Json";

    /// <summary>Apache Parquet.</summary>
    public const string Parquet = "Parquet";

    private static readonly Dictionary<string, string> s_byExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".csv"] = Csv,
        [".txt"] = Csv,
        [".tsv"] = Tsv,
        [".tab"] = Tsv,
        [".json"] = Json,
        [".jsonl"] = Json,
        [".ndjson"] = Json,
        [".parquet"] = Parquet,
        [".parq"] = Parquet,
        [".orc"] = "Orc",
        [".avro"] = "Avro",
    };

    /// <summary>The forms that are read and written here.</summary>
    public static IReadOnlyList<string> Names { get; } = [Csv, Tsv, Json, Parquet];

    /// <summary>The form of a file by its name.</summary>
    /// <param name="name">A file's name or an object's key; the extension of its packing is passed over.</param>
    /// <returns>The form; <c>Csv</c> where the name has no extension, as the parts that Spark and Hive write.</returns>
    public static string OfName(string name) =>
        s_byExtension.TryGetValue(Path.GetExtension(Compression.NameInside(name)), out var format) ? format : Csv;

    /// <summary>Brings a form's name to its spelling.</summary>
    /// <param name="format">The name in any case.</param>
    /// <param name="verb">The operation: read or written.</param>
    /// <returns>One of <see cref="Names"/>.</returns>
    /// <exception cref="LakeException"><c>FormatNotSupported</c>.</exception>
    public static string Require(string format, string verb) =>
        Names.FirstOrDefault(name => name.Equals(format, StringComparison.OrdinalIgnoreCase))
            ?? throw Fault.FormatNotSupported(format, format, verb, string.Join(", ", Names));

    /// <summary>Refuses parameters of text files for data of which no file is one.</summary>
    /// <param name="formats">The forms of the files, in any case.</param>
    /// <param name="delimiter">-Delimiter.</param>
    /// <param name="quote">-QuoteCharacter.</param>
    /// <param name="header">The parameter for the line of names; null if it is not given.</param>
    /// <param name="encoding">-Encoding.</param>
    /// <exception cref="LakeException"><c>FormatParameterNotAllowed</c>.</exception>
    public static void RequireUse(IReadOnlyCollection<string> formats, char? delimiter, char? quote, string? header, string? encoding)
    {
        if (delimiter is not null) Require("-Delimiter", [Csv, Tsv]);
        if (quote is not null) Require("-QuoteCharacter", [Csv, Tsv]);
        if (header is not null) Require(header, [Csv, Tsv]);
        if (encoding is not null) Require("-Encoding", [Csv, Tsv, Json]);

        void Require(string parameter, string[] fit)
        {
            if (formats.Count == 0 || formats.Intersect(fit, StringComparer.OrdinalIgnoreCase).Any()) return;
            throw Fault.FormatParameterNotAllowed(
                parameter, string.Join(", ", formats.Distinct(StringComparer.OrdinalIgnoreCase)), string.Join(", ", fit));
        }
    }
}
