namespace LakeTools.Core.Data.Csv;

/// <summary>
/// The form of delimited text: RFC 4180 and the dialects of Hive's two SerDes for it. A dialect with a quote follows
/// RFC 4180, and knows an escape character inside quotes as well; one without a quote escapes outside of quotes.
/// </summary>
/// <param name="Delimiter">The delimiter of fields.</param>
/// <param name="Quote">The quote character, for fields with delimiters, quotes or line breaks. Null if there is none.</param>
/// <param name="Escape">The escape character. Null if there is none.</param>
/// <param name="NullText">The unquoted text that means null, such as <c>\N</c>; null if there is none.</param>
/// <param name="HeaderLines">The number of records to skip at a file's beginning; the last of them names the columns.</param>
internal sealed record CsvDialect(char Delimiter = ',', char? Quote = '"', char? Escape = null, string? NullText = null,
    int HeaderLines = 1)
{
    /// <summary>Hive's SerDe for text without quotes, the default of a text table.</summary>
    public const string LazySimpleSerde = "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe";

    /// <summary>Hive's SerDe for quoted text.</summary>
    public const string OpenCsvSerde = "org.apache.hadoop.hive.serde2.OpenCSVSerde";

    /// <summary>The parameter that says which text is null; an empty one makes empty fields null.</summary>
    public const string NullFormat = "serialization.null.format";

    /// <summary>The default null text of LazySimpleSerDe.</summary>
    public const string HiveNull = @"\N";

    private const char ControlA = '\u0001';

    private readonly bool? _emptyLineIsRow;

    /// <summary>
    /// True if dates are days, and timestamps milliseconds, since 1970. Source: Amazon Athena user guide, 'Open CSV SerDe
    /// for processing CSV'. By the same source, such a text has no line breaks in fields, and no empty fields but in columns of text.
    /// </summary>
    public bool TimesAreNumbers { get; init; }

    /// <summary>True if line breaks are written as an escaped n and r, without quotes. They are always read so.</summary>
    public bool EscapesLineBreaks { get; init; }

    /// <summary>True if an empty line is a row. LazySimple takes every line for one; the others leave empty lines out.</summary>
    public bool EmptyLineIsRow
    {
        get => _emptyLineIsRow ?? Quote is null;
        init => _emptyLineIsRow = value;
    }

    /// <summary>The dialect of a table.</summary>
    /// <param name="serde">The SerDe's class, or null for Hive's default.</param>
    /// <param name="serdeParameters">The SerDe's parameters.</param>
    /// <param name="tableParameters">The table's parameters, which say how many lines of a file are its header.</param>
    /// <returns>The dialect; null if the SerDe is not one of delimited text.</returns>
    public static CsvDialect? OfTable(string? serde, IReadOnlyDictionary<string, string> serdeParameters,
        IReadOnlyDictionary<string, string> tableParameters)
    {
        var headerLines = int.TryParse(Value(tableParameters, "skip.header.line.count"), out var lines) ? Math.Max(lines, 0) : 0;
        if (serde is null || string.Equals(serde, LazySimpleSerde, StringComparison.OrdinalIgnoreCase))
        {
            var delimiter = Character(Value(serdeParameters, "field.delim") ?? Value(serdeParameters, "serialization.format")) ?? ControlA;
            var nullText = serdeParameters.GetValueOrDefault(NullFormat) ?? tableParameters.GetValueOrDefault(NullFormat) ?? HiveNull;
            return new CsvDialect(delimiter, null, Character(Value(serdeParameters, "escape.delim")), nullText, headerLines)
            {
                EscapesLineBreaks = string.Equals(Value(serdeParameters, "serialization.escape.crlf"), "true",
                    StringComparison.OrdinalIgnoreCase),
            };
        }

        if (string.Equals(serde, OpenCsvSerde, StringComparison.OrdinalIgnoreCase))
        {
            return new CsvDialect(Character(Value(serdeParameters, "separatorChar")) ?? ',', Character(Value(serdeParameters, "quoteChar"))
                ?? '"',
                Character(Value(serdeParameters, "escapeChar")) ?? '\\', null, headerLines) { TimesAreNumbers = true };
        }

        return null;
    }

    private static string? Value(IReadOnlyDictionary<string, string> parameters, string key) =>
        parameters.TryGetValue(key, out var value) && value.Length > 0 ? value : null;

    // Hive writes a delimiter as the character itself, as the number of its byte, or with a backslash before it.
    private static char? Character(string? text) => text switch
    {
        null => null,
        [var only] when !char.IsDigit(only) => only,
        @"\t" => '\t',
        @"\\" => '\\',
        _ when byte.TryParse(text, out var number) => (char)number,
        ['\\', 'u', _, _, _, _] when ushort.TryParse(text.AsSpan(2), System.Globalization.NumberStyles.AllowHexSpecifier, null,
            out var code) => (char)code,
        _ => text[0],
    };
}
