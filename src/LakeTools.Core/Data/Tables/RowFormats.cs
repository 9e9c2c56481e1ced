using System.Text;
using Amazon.Glue.Model;
using LakeTools.Core.Data.Csv;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Json;
using LakeTools.Core.Data.Parquet;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Tables;

/// <summary>Makes the forms of files and tables.</summary>
internal static class RowFormats
{
    /// <summary>The parameter of Hive's SerDes that names the encoding of text.</summary>
    public const string EncodingParameter = "serialization.encoding";

    /// <summary>The form of a name.</summary>
    /// <param name="name">One of <see cref="DataFormats.Names"/>.</param>
    /// <param name="delimiter">The delimiter of delimited text. Null for that of the format.</param>
    /// <param name="hasHeader">Whether delimited text has a line of names.</param>
    /// <param name="packing">The compression of new files. Null for the default of the format.</param>
    /// <param name="encoding">The encoding of text. Null for UTF-8.</param>
    /// <returns>The form.</returns>
    public static RowFormat OfName(string name, char? delimiter = null, bool hasHeader = true, DataCompression? packing = null,
        Encoding? encoding = null)
    {
        if (name == DataFormats.Json) return new JsonFormat(packing ?? DataCompression.None) { Encoding = encoding };
        if (name == DataFormats.Parquet) return new ParquetFormat(packing ?? DataCompression.Snappy);
        var dialect = new CsvDialect(delimiter ?? (name == DataFormats.Tsv ? '\t' : ','), HeaderLines: hasHeader ? 1 : 0);
        return new CsvFormat(dialect, packing ?? DataCompression.None) { Encoding = encoding };
    }

    /// <summary>The form of files that are read by address.</summary>
    /// <param name="name">One of <see cref="DataFormats.Names"/>.</param>
    /// <param name="hints">The known properties of delimited text; the rest is detected in each file.</param>
    /// <param name="encoding">The encoding of text. Null for UTF-8.</param>
    /// <param name="files">The files of this form that are read together. Null if each file is alone.</param>
    /// <returns>The form.</returns>
    public static RowFormat OfFile(string name, CsvHints hints, Encoding? encoding, IEnumerable<DataFile>? files = null)
    {
        var format = OfName(name, encoding: encoding);
        if (format is not CsvFormat csv) return format;
        var known = Hints(name, hints);
        return csv with { Hints = known, Folder = files is null ? null : new CsvFolder(files, known, encoding) };
    }

    /// <summary>The known properties of delimited text in a form: Tsv's delimiter is a tab.</summary>
    /// <param name="name">The form.</param>
    /// <param name="hints">The known properties besides the form.</param>
    /// <returns>Both.</returns>
    public static CsvHints Hints(string name, CsvHints hints) =>
        name == DataFormats.Tsv ? hints with { Delimiter = hints.Delimiter ?? '\t' } : hints;

    /// <summary>The form of a table's files.</summary>
    /// <param name="serde">The SerDe's class, or null for Hive's default.</param>
    /// <param name="serdeParameters">The SerDe's parameters.</param>
    /// <param name="tableParameters">The table's parameters.</param>
    /// <returns>The form; null if the SerDe is none that is known here.</returns>
    public static RowFormat? OfTable(string? serde, IReadOnlyDictionary<string, string> serdeParameters, IReadOnlyDictionary<string,
        string> tableParameters)
    {
        if (Is(serde, SerdeProperties.HiveJsonSerde)) return new JsonFormat { IsObjectALine = true };
        if (Is(serde, SerdeProperties.OpenXJsonSerde))
        {
            return new JsonFormat
            {
                IsObjectALine = true,
                Mapping = SerdeProperties.MappingOf(serdeParameters),
                MalformedIsNull = SerdeProperties.IsTrue(serdeParameters.GetValueOrDefault("ignore.malformed.json")),
            };
        }

        if (Is(serde, SerdeProperties.ParquetSerde)) return new ParquetFormat(DataCompression.Snappy);
        if (CsvDialect.OfTable(serde, serdeParameters, tableParameters) is not { } dialect) return null;
        var encoding = serdeParameters.GetValueOrDefault(EncodingParameter) is { Length: > 0 } given ? TextEncoding.Of(given) : null;
        return new CsvFormat(dialect) { Encoding = encoding };
    }

    /// <summary>The form of the files of a table or a partition in the catalog.</summary>
    /// <param name="serde">The SerDe of the table or the partition. Null for Hive's default.</param>
    /// <param name="tableParameters">The table's parameters.</param>
    /// <param name="owner">The table or the partition, for errors.</param>
    /// <returns>The form.</returns>
    /// <exception cref="LakeException"><c>FormatNotSupported</c>.</exception>
    public static RowFormat Require(SerDeInfo? serde, IReadOnlyDictionary<string, string> tableParameters, string owner)
    {
        IReadOnlyDictionary<string, string> parameters = serde?.Parameters ?? [];
        if (SerdeProperties.NotSupported(serde?.SerializationLibrary, parameters, tableParameters) is var (name, value))
        {
            throw Fault.FormatNotSupported(
                owner,
                $"of {owner}, with the property {name} = {value},",
                "read or written",
                $"the same without {name}");
        }

        return OfTable(serde?.SerializationLibrary, parameters, tableParameters)
            ?? throw Fault.FormatNotSupported(
                owner,
                $"of {owner} ({serde?.SerializationLibrary})",
                "read or written",
                string.Join(", ", DataFormats.Names));
    }

    /// <summary>The same form with another packing of new files.</summary>
    /// <param name="format">The form.</param>
    /// <param name="packing">The packing; null to leave it.</param>
    /// <returns>The form.</returns>
    public static RowFormat Packed(RowFormat format, DataCompression? packing) => (format, packing) switch
    {
        (CsvFormat csv, { } wanted) => csv with { Packing = wanted },
        (JsonFormat json, { } wanted) => json with { Packing = wanted },
        (ParquetFormat parquet, { } wanted) => parquet with { Packing = wanted },
        _ => format,
    };

    private static bool Is(string? serde, string name) => string.Equals(serde, name, StringComparison.OrdinalIgnoreCase);
}
