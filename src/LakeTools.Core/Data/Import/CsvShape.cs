using System.Text;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Csv;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Tables;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Data.Import;

/// <summary>The properties of the first rows of delimited text, and the SerDe of Athena that reads such rows as they are.</summary>
/// <remarks>Source: Amazon Athena user guide, 'Open CSV SerDe for processing CSV' and 'Lazy Simple SerDe'.</remarks>
internal sealed class CsvShape
{
    private const string HeaderParameter = "skip.header.line.count";
    private static readonly char[] s_escapes = ['\\', '\u0001', '\u0002', '\u0003'];

    private readonly CsvDialect _dialect;
    private readonly IReadOnlyList<string> _names;
    private readonly ColumnTypeGuess[] _types;
    private readonly bool[] _hasEmpty;
    private readonly long[] _nullLine; // of the first field that is CsvDialect.HiveNull
    private readonly bool _hasHeader;
    private readonly HashSet<char> _odd = [];
    private bool _hasQuotes;
    private long _lineBreak;
    private long _blankLine;

    private CsvShape(CsvDialect dialect, IReadOnlyList<string>? header, int width)
    {
        _dialect = dialect;
        _hasHeader = header is not null;
        _names = HiveNames.Unique(header ?? [.. Enumerable.Repeat("", width)]);
        _types = [.. _names.Select(_ => new ColumnTypeGuess())];
        _hasEmpty = new bool[_names.Count];
        _nullLine = new long[_names.Count];
    }

    /// <summary>Looks at the first rows of a text.</summary>
    /// <param name="sample">The text's beginning, in whole lines.</param>
    /// <param name="dialect">The dialect of the text.</param>
    /// <param name="rows">The maximum number of rows to examine.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The properties; null if there is no row, not even of names.</returns>
    /// <exception cref="InvalidDataException">The header cannot be read.</exception>
    public static async Task<CsvShape?> OfAsync(string sample, CsvDialect dialect, int rows, CancellationToken cancellationToken)
    {
        using var reader = new CsvReader(new StringReader(sample), dialect);
        CsvShape? shape = null;
        string[]? header = null;
        var number = 0;
        var nextLine = 1L;
        while (number < rows + dialect.HeaderLines && await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (reader.Fault != CsvFault.None)
            {
                if (number < dialect.HeaderLines)
                    throw new InvalidDataException($"line {reader.Line} names the columns, and has text behind a quote or an open quote");
                nextLine = long.MaxValue; // how many lines a bad row has is not known; reading will name it
                continue;
            }

            var fields = new string[reader.FieldCount];
            var isQuoted = false;
            for (var i = 0; i < fields.Length; i++)
            {
                isQuoted |= reader.IsQuoted(i);
                fields[i] = reader.GetField(i).ToString();
            }

            var isHeader = ++number <= dialect.HeaderLines;
            if (isHeader && (isQuoted || CsvSniffer.SeparatorLine($"{string.Join(dialect.Delimiter, fields)}") is null)) header = fields;
            shape ??= !isHeader || header is not null ? new CsvShape(dialect, header, fields.Length) : null;
            shape?.Look(fields, isHeader, isQuoted, reader.Line, ref nextLine);
        }

        if (shape is not null && (sample.EndsWith("\n\n", StringComparison.Ordinal) || sample.EndsWith("\n\r\n", StringComparison.Ordinal)))
            shape._blankLine = Math.Max(shape._blankLine, sample.AsSpan().Count('\n'));
        return shape;
    }

    /// <summary>The columns, and the SerDe's parameters.</summary>
    /// <param name="path">The file, for errors.</param>
    /// <param name="encoding">Its encoding. Null for UTF-8.</param>
    /// <param name="wantedQuote">The quote that the user wants to be known; null if the rows decide.</param>
    /// <returns>The columns and the form.</returns>
    /// <exception cref="LakeException"><c>DialectNotReadable</c>.</exception>
    public InferredSchema Schema(string path, Encoding? encoding, char? wantedQuote)
    {
        var isPlain = encoding is null || TextEncoding.IsPartOfUtf8(encoding);
        var isOpenCsv = _hasQuotes || wantedQuote is not null;
        if (_lineBreak > 0) throw NotReadable(path, $"a field of the row on line {_lineBreak} has a line break");
        if (_blankLine > 0 && _names.Count == 1) throw NotReadable(path, $"line {_blankLine} is empty, which is a row of nothing there");
        if (!isPlain && (isOpenCsv || !TextEncoding.HasPlainLineEnds(encoding!)))
            throw NotReadable(path, $"it is {encoding!.WebName}{(isOpenCsv ? " with quotes" : "")}");
        var serde = new Dictionary<string, string>();
        var emptyIsNull = !isOpenCsv && _types.Where((type, i) => type.Type.Kind == CellKind.Text && _hasEmpty[i]).Any();
        var isHiveNull = !isOpenCsv && !emptyIsNull; // where the SerDe takes \N for null
        var columns = _names.Select((name, i) => new GlueColumn(name, Type(i, isOpenCsv, isHiveNull).ToHive())).ToArray();
        if (isOpenCsv)
        {
            var escape = Array.Find(s_escapes, candidate => !_odd.Contains(candidate));
            if (escape == default) throw NotReadable(path, "no character is left that could be the SerDe's escape");
            serde["escapeChar"] = escape.ToString();
        }
        else
        {
            if (emptyIsNull) serde[CsvDialect.NullFormat] = "";
            if (!isPlain) serde[RowFormats.EncodingParameter] = encoding!.WebName;
        }

        var parameters = new Dictionary<string, string>();
        if (_dialect.HeaderLines > 1 || (_dialect.HeaderLines == 1 && !_hasHeader))
            parameters[HeaderParameter] = _dialect.HeaderLines.ToString("0", null);
        return new InferredSchema(columns, _dialect.Delimiter == '\t' ? DataFormats.Tsv : DataFormats.Csv, _dialect.Delimiter, _hasHeader)
        {
            QuoteCharacter = isOpenCsv ? _dialect.Quote : null,
            Parameters = parameters,
            SerdeParameters = serde,
            Warnings = isHiveNull ? [.. _nullLine.Where(line => line > 0).Order().Take(1).Select(line =>
                $@"{path}: \N, first on line {line}, is null in the table, as Athena reads it; by S3 URI it is the text \N.")] : [],
        };
    }

    private static LakeException NotReadable(string path, string reason) => Fault.DialectNotReadable(path, path, reason);

    private void Look(string[] fields, bool isHeader, bool isQuoted, long line, ref long nextLine)
    {
        var breaks = fields.Sum(field => field.AsSpan().Count('\n') > 0 ? field.AsSpan().Count('\n') : field.AsSpan().Count('\r'));
        if (line > nextLine && _blankLine == 0) _blankLine = nextLine;
        if (nextLine != long.MaxValue) nextLine = line + breaks + 1;
        _hasQuotes |= isQuoted;
        if (breaks > 0 && _lineBreak == 0) _lineBreak = line;
        foreach (var field in fields)
            foreach (var escape in s_escapes)
                if (field.Contains(escape, StringComparison.Ordinal)) _odd.Add(escape);
        if (isHeader || fields.Length != _names.Count) return;
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i] != CsvDialect.HiveNull) _types[i].Add(fields[i]);
            else if (_nullLine[i] == 0) _nullLine[i] = line;
            _hasEmpty[i] |= string.IsNullOrWhiteSpace(fields[i]);
        }
    }

    // OpenCSV knows these types only, dates and times as numbers, and no empty ones. LazySimple reads times in one form.
    private CellType Type(int column, bool isOpenCsv, bool isHiveNull)
    {
        var type = _nullLine[column] > 0 && !isHiveNull ? CellType.Text : _types[column].Type;
        if (type.Kind == CellKind.Timestamp && _types[column].HasOtherTimes) type = CellType.Text;
        if (!isOpenCsv) return type;
        var isKnown = type.Kind is CellKind.Boolean or CellKind.Int or CellKind.BigInt or CellKind.Double;
        return isKnown && !_hasEmpty[column] ? type : CellType.Text;
    }
}
