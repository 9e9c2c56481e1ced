namespace LakeTools.Core.Catalog;

/// <summary>The properties of a file format in Glue: Hive's classes, and the classification for Glue and Athena.</summary>
/// <param name="Name">The format's name as <c>New-GlueTable -Format</c> takes it.</param>
/// <param name="Classification">Its classification in the table's parameters.</param>
/// <param name="InputFormat">Hive's class that reads files.</param>
/// <param name="OutputFormat">Hive's class that writes files.</param>
/// <param name="SerdeLibrary">Hive's class that makes rows.</param>
/// <param name="Delimiter">The delimiter of fields. Null if the format has none.</param>
/// <remarks>Source: Amazon Athena user guide, supported SerDes and data formats.</remarks>
public sealed record TableFormat(string Name, string Classification, string InputFormat, string OutputFormat, string SerdeLibrary,
    char? Delimiter)
{
    private const string TextInput = "org.apache.hadoop.mapred.TextInputFormat";
    private const string TextOutput = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat";
    private const string External = "EXTERNAL";
    private const string LazySimple = "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe";

    /// <summary>The SerDe for delimited text with quoted fields. It reads every column as text.</summary>
    public const string OpenCsvSerde = "org.apache.hadoop.hive.serde2.OpenCSVSerde";

    /// <summary>All formats, the default first.</summary>
    public static IReadOnlyList<TableFormat> All { get; } =
    [
        new("Csv", "csv", TextInput, TextOutput, LazySimple, ','),
        new("Tsv", "csv", TextInput, TextOutput, LazySimple, '\t'),
        new("Json", "json", TextInput, TextOutput, "org.openx.data.jsonserde.JsonSerDe", null),
        new("Parquet", "parquet", "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
            "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat", "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
                null),
        new("Orc", "orc", "org.apache.hadoop.hive.ql.io.orc.OrcInputFormat",
            "org.apache.hadoop.hive.ql.io.orc.OrcOutputFormat", "org.apache.hadoop.hive.ql.io.orc.OrcSerde", null),
        new("Avro", "avro", "org.apache.hadoop.hive.ql.io.avro.AvroContainerInputFormat",
            "org.apache.hadoop.hive.ql.io.avro.AvroContainerOutputFormat", "org.apache.hadoop.hive.serde2.avro.AvroSerDe", null),
        new("Text", "text", TextInput, TextOutput, LazySimple, '\u0001'),
    ];

    /// <summary>The format without Hive classes. Glue creates and changes its metadata.</summary>
    public const string Iceberg = OpenTableFormat.Iceberg;

    /// <summary>Whether a parameter of a table is one that its format decides.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>True for one of the format.</returns>
    public static bool IsOfFormat(string parameter) => parameter == External || TableMapping.FormatParameters.Contains(parameter);

    /// <summary>Whether a parameter of a table is one that Glue and engines set for Iceberg.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>True for one of Iceberg.</returns>
    public static bool IsOfIceberg(string parameter) => parameter == External || parameter == "previous_metadata_location"
        || IcebergRequests.Reserved.Contains(parameter);

    /// <summary>The names of the formats that are Hive's.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(format => format.Name)];

    /// <summary>The format with a name. The parameter accepts only valid names.</summary>
    /// <param name="name">Such as <c>Parquet</c>, in any case.</param>
    /// <returns>The format.</returns>
    public static TableFormat Of(string name) => All.First(format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The format of a table, by its classes, or null.</summary>
    /// <param name="serdeLibrary">The table's SerDe.</param>
    /// <param name="delimiter">The table's delimiter.</param>
    /// <param name="classification">The table's parameter <c>classification</c>.</param>
    /// <returns>The format's name.</returns>
    public static string? NameOf(string? serdeLibrary, char? delimiter, string? classification) => serdeLibrary switch
    {
        OpenCsvSerde => delimiter == '\t' ? "Tsv" : "Csv",
        LazySimple => delimiter == '\t' ? "Tsv" : classification == "text" || delimiter is null or '\u0001' ? "Text" : "Csv",
        "org.apache.hive.hcatalog.data.JsonSerDe" => "Json",
        null => classification is null ? null : All.FirstOrDefault(format => format.Classification == classification)?.Name,
        _ => All.FirstOrDefault(format => format.SerdeLibrary == serdeLibrary)?.Name,
    };
}
