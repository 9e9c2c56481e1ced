using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Data.Csv;

/// <summary>Writes rows as delimited text, with a header where the dialect has one.</summary>
internal sealed class CsvRowWriter : IRowWriter
{
    private readonly StreamWriter _text;
    private readonly CsvWriter _csv;
    private readonly CellKind?[] _kinds;
    private readonly string[] _names;
    private readonly bool _timesAreNumbers;

    /// <summary>Begins a file.</summary>
    /// <param name="stream">The destination; disposed of with the writer.</param>
    /// <param name="encoding">The encoding of the file; its characters are checked before.</param>
    /// <param name="dialect">The dialect to write.</param>
    /// <param name="columns">The columns.</param>
    public CsvRowWriter(Stream stream, Encoding encoding, CsvDialect dialect, IReadOnlyList<FileColumn> columns)
    {
        _text = new StreamWriter(stream, encoding, 32 * 1024);
        _csv = new CsvWriter(_text, dialect);
        _timesAreNumbers = dialect.TimesAreNumbers;
        _kinds = columns.Select(column => column.Type?.Kind).ToArray();
        _names = columns.Select(column => column.Name).ToArray();
        for (var i = 0; i < dialect.HeaderLines; i++)
        {
            foreach (var column in columns) _csv.WriteName(column.Name);
            _csv.EndRecord();
        }
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<object?> cells)
    {
        Span<char> text = stackalloc char[CsvWriter.LongestNumber];
        for (var i = 0; i < cells.Length; i++) Write(cells[i], i, text);
        _csv.EndRecord();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // no assembly has the columns of numbers compiled ahead
    public void Write(IReadOnlyList<CellColumn> columns, int start, int end)
    {
        Span<char> text = stackalloc char[CsvWriter.LongestNumber];
        var cells = columns.ToArray();
        var isPlain = _csv.AreNumbersPlain;
        var areTimesPlain = isPlain && !_timesAreNumbers;
        for (var row = start; row < end; row++)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                switch (cells[i])
                {
                    case ValueColumn<double> reals when isPlain && reals.HasValue(row) && double.IsFinite(reals.ValueOf(row)):
                        WriteReal(reals.ValueOf(row));
                        break;
                    case ValueColumn<int> numbers when isPlain && numbers.HasValue(row):
                        WriteNumber(numbers.ValueOf(row));
                        break;
                    case ValueColumn<long> numbers when isPlain && numbers.HasValue(row):
                        WriteNumber(numbers.ValueOf(row));
                        break;
                    case ReferenceColumn<string> texts when texts.ValueOf(row) is { } said:
                        _csv.WriteField(said);
                        break;
                    case ValueColumn<DateTime> times when areTimesPlain && times.HasValue(row)
                        && CellText.IsDate(times.ValueOf(row), _kinds[i]):
                        IsoTime.TryFormatDate(times.ValueOf(row), _csv.BeginNumber(), out var length);
                        _csv.EndNumber(length);
                        break;
                    default:
                        Write(cells[i][row], i, text);
                        break;
                }
            }

            _csv.EndRecord();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        using var text = _text; // closes the stream also where it takes no more
        _csv.Flush();
    }

    private void Write(object? cell, int column, Span<char> text)
    {
        var kind = _kinds[column];
        if (cell is not { } value)
        {
            if (_timesAreNumbers && kind is not (null or CellKind.Text)) throw NullNotWritable(_names[column], kind.Value);
            _csv.WriteNull();
            return;
        }

        if (_timesAreNumbers && value is DateTime time && kind is CellKind.Date or CellKind.Timestamp)
        {
            if (!CellNumberTime.TryFormat(time, kind.Value, out var number)) throw Fault.TimeNotWritable(CellText.Format(value, kind));
            _csv.WriteField(number);
            return;
        }

        _csv.WriteField(CellText.TryFormat(value, kind, text, out var length) ? text[..length] : CellText.Format(value, kind));
    }

    private static LakeException NullNotWritable(string column, CellKind kind) => Fault.CellNotWritable(
        column,
        $"null in the column {column}",
        $"Athena reads no empty field as a null of the type {kind.ToString().ToLowerInvariant()}",
        "A column of the type string, or a table in the format Json or Parquet, can store it.");

    private void WriteReal(double value)
    {
        var text = _csv.BeginNumber();
        if (ShortReal.TryFormat(value, text, out var length) || value.TryFormat(text, out length, "R", CultureInfo.InvariantCulture))
            _csv.EndNumber(length);
    }

    private void WriteNumber(long value)
    {
        value.TryFormat(_csv.BeginNumber(), out var length, default, CultureInfo.InvariantCulture);
        _csv.EndNumber(length);
    }
}
