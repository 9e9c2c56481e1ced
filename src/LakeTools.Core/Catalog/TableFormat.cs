using Amazon.Glue.Model;
using LakeTools.Rules.Errors;

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
    private const string Csv = "csv";

    // Parameters of LazySimpleSerDe and of OpenCSVSerde.
    private const string FieldDelimiter = "field.delim";
    private const string SerializationFormat = "serialization.format";
    private const string EscapeDelimiter = "escape.delim";
    private const string Separator = "separatorChar";
    private const string Quote = "quoteChar";
    private const string Escape = "escapeChar";
    private const string UsualEscape = "\\";

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

    /// <summary>True for delimited text, whose files may have a header.</summary>
    public bool IsDelimited => Delimiter is not null;

    /// <summary>True for delimited text whose fields may have quotes.</summary>
    public bool IsQuotable => Classification == Csv;

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

    /// <summary>Refuses parameters of delimited text that the format does not have, before any call.</summary>
    /// <param name="delimiter">The delimiter of fields. Null if none is given.</param>
    /// <param name="quote">The quote character. Null if none is given.</param>
    /// <param name="hasHeader">True if the files are said to have a header.</param>
    /// <exception cref="LakeException"><c>FormatParameterNotAllowed</c>.</exception>
    internal void Check(char? delimiter, char? quote, bool hasHeader)
    {
        if (delimiter is not null && !IsDelimited) throw Unfit("-Delimiter", format => format.IsDelimited);
        if (quote is not null && !IsQuotable) throw Unfit("-QuoteCharacter", format => format.IsQuotable);
        if (hasHeader && !IsDelimited) throw Unfit("-Header", format => format.IsDelimited);
    }

    private LakeException Unfit(string parameter, Func<TableFormat, bool> isFit) => Fault.FormatParameterNotAllowed(
        parameter, Name, string.Join(", ", All.Where(isFit).Select(format => format.Name)));

    /// <summary>
    /// Puts the format in the place of a table's. Parameters of the SerDe are kept if they mean the same to the new one: from one
    /// delimited text to another, and from one SerDe of a format to another.
    /// </summary>
    /// <param name="input">The table, which is changed.</param>
    /// <returns>The removed parameters of the SerDe, without those that only state the former format.</returns>
    internal IReadOnlyList<string> Replace(TableInput input)
    {
        var storage = input.StorageDescriptor ??= new StorageDescriptor();
        var serde = storage.SerdeInfo ??= new SerDeInfo();
        var parameters = input.Parameters ??= [];
        var before = serde.Parameters ?? [];
        var old = All.FirstOrDefault(format => format.Name == NameOf(
            serde.SerializationLibrary, TableMapping.Delimiter(serde), parameters.GetValueOrDefault("classification")));
        var isQuoted = IsQuotable && serde.SerializationLibrary == OpenCsvSerde;
        var isSame = old?.Name == Name;
        serde.Parameters = isSame || (IsDelimited && old?.IsDelimited == true)
            ? before.Where(pair => isQuoted || pair.Key is not (Separator or Quote or Escape)).ToDictionary() : [];
        serde.SerializationLibrary = isQuoted ? OpenCsvSerde : SerdeLibrary;
        (storage.InputFormat, storage.OutputFormat) = (InputFormat, OutputFormat);
        parameters["classification"] = Classification;
        if (!IsQuotable) parameters.Remove(TableMapping.DelimiterParameter);
        if (!IsDelimited) parameters.Remove(TableMapping.SkipHeader);
        if (Delimiter is { } sign && !(isSame && serde.Parameters.ContainsKey(isQuoted ? Separator : FieldDelimiter)))
            SetDelimiter(input, sign);
        return [.. before.Where(pair => !serde.Parameters.ContainsKey(pair.Key) && !IsOfDialect(pair)).Select(pair => pair.Key)];
    }

    private static bool IsOfDialect(KeyValuePair<string, string> pair) =>
        pair is { Key: FieldDelimiter or SerializationFormat or Separator or Quote } or { Key: Escape, Value: UsualEscape };

    /// <summary>Changes what is given of the delimited text of a table, and nothing else of it.</summary>
    /// <param name="input">The table, which is changed.</param>
    /// <param name="table">Its full name.</param>
    /// <param name="delimiter">The delimiter of fields. Null for no change.</param>
    /// <param name="quote">The quote character, which OpenCSVSerde reads. Null for no change.</param>
    /// <param name="header">Whether the files have a header. Null for no change.</param>
    /// <exception cref="LakeException"><c>SerdeNotDelimited</c>.</exception>
    internal static void SetText(TableInput input, string table, char? delimiter, char? quote, bool? header)
    {
        var lines = input.Parameters?.GetValueOrDefault(TableMapping.SkipHeader);
        if (header == false && lines is null) header = null;
        if (delimiter is null && quote is null && header is null) return;
        var serde = input.StorageDescriptor?.SerdeInfo;
        if (serde?.SerializationLibrary is not (LazySimple or OpenCsvSerde))
        {
            throw Fault.SerdeNotDelimited(table, delimiter is not null ? "-Delimiter" : quote is not null ? "-QuoteCharacter" : "-Header",
                table, serde?.SerializationLibrary is { } library ? $"the SerDe {library}" : "no SerDe");
        }

        if (quote is { } mark) SetQuote(serde, mark);
        if (delimiter is { } sign) SetDelimiter(input, sign);
        if (header == false) input.Parameters!.Remove(TableMapping.SkipHeader);
        // A header of several lines stays.
        else if (header == true && lines is null or "0") (input.Parameters ??= [])[TableMapping.SkipHeader] = "1";
    }

    private static void SetDelimiter(TableInput input, char sign)
    {
        var serde = input.StorageDescriptor.SerdeInfo;
        var isQuoted = serde.SerializationLibrary == OpenCsvSerde;
        foreach (var name in (string[])(isQuoted ? [Separator] : [FieldDelimiter, SerializationFormat]))
            (serde.Parameters ??= [])[name] = sign.ToString();
        var parameters = input.Parameters ??= [];
        if (parameters.ContainsKey(TableMapping.DelimiterParameter) || parameters.GetValueOrDefault("classification") == Csv)
            parameters[TableMapping.DelimiterParameter] = sign.ToString();
    }

    private static void SetQuote(SerDeInfo serde, char mark)
    {
        var parameters = serde.Parameters ??= [];
        if (serde.SerializationLibrary == LazySimple)
        {
            // The delimiter and the escape character have other names there, and other defaults.
            parameters[Separator] = parameters.GetValueOrDefault(FieldDelimiter) ?? parameters.GetValueOrDefault(SerializationFormat)
                ?? "\u0001";
            parameters[Escape] = parameters.GetValueOrDefault(EscapeDelimiter) ?? UsualEscape;
            foreach (var name in (string[])[FieldDelimiter, SerializationFormat, EscapeDelimiter]) parameters.Remove(name);
            serde.SerializationLibrary = OpenCsvSerde;
        }

        parameters[Quote] = mark.ToString();
    }
}
