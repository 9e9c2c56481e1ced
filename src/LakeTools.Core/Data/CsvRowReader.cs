using System.Runtime.CompilerServices;
using LakeTools.Core.Errors;

namespace LakeTools.Core.Data;

/// <summary>Reads typed rows from delimited text. A bad row is reported and left out, and the rest is read.</summary>
internal static class CsvRowReader
{
    private const int ShownText = 40;

    /// <summary>Chooses the columns of a file once its header is known.</summary>
    /// <param name="header">The fields of the file's last header line; null where the dialect has none.</param>
    /// <param name="width">How many fields the header has, or the first record where there is no header.</param>
    /// <returns>The columns to read.</returns>
    public delegate IReadOnlyList<RowColumn> ColumnChoice(IReadOnlyList<string>? header, int width);

    /// <summary>Reads the rows.</summary>
    /// <param name="text">The file's text; disposed of at the end.</param>
    /// <param name="dialect">How it is written.</param>
    /// <param name="choose">Chooses the columns.</param>
    /// <param name="path">The file's name, for errors.</param>
    /// <param name="onBadRow">Takes the error <c>BadRow</c> of each row that could not be read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows.</returns>
    public static async IAsyncEnumerable<DataRow> ReadAsync(TextReader text, CsvDialect dialect, ColumnChoice choose, string path,
        Action<LakeException> onBadRow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new CsvReader(text, dialect);
        List<string>? header = null;
        for (var i = 0; i < dialect.HeaderLines; i++)
        {
            if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) yield break;
            header = Fields(reader);
        }

        IReadOnlyList<RowColumn>? columns = null;
        string[] names = [];
        var width = header?.Count ?? 0;
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (columns is null)
            {
                if (header is null) width = reader.FieldCount;
                columns = choose(header, width);
                names = columns.Select(column => column.Name).ToArray();
            }

            if (TryRead(reader, columns, width, out var values, out var column, out var reason)) yield return new DataRow(names, values);
            else onBadRow(BadRow(path, reader.Line, column, reason));
        }
    }

    private static List<string> Fields(CsvReader reader)
    {
        var fields = new List<string>(reader.FieldCount);
        for (var i = 0; i < reader.FieldCount; i++) fields.Add(reader.GetField(i).Trim().ToString());
        return fields;
    }

    private static bool TryRead(CsvReader reader, IReadOnlyList<RowColumn> columns, int width, out object?[] values, out string column, out string reason)
    {
        values = [];
        if (reader.Fault != CsvFault.None || reader.FieldCount != width)
        {
            column = (Math.Min(reader.FieldCount, width) + (reader.Fault != CsvFault.None || reader.FieldCount < width ? 1 : 0)).ToString("0", null);
            reason = reader.Fault switch
            {
                CsvFault.TextAfterQuote => "text follows a closing quote",
                CsvFault.OpenQuote => "a quote is opened and never closed",
                CsvFault.TooLong => "the row is too long to be one",
                _ => $"it has {Fields(reader.FieldCount)} where the file has {Fields(width)}",
            };
            return false;
        }

        values = new object?[columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var (name, wanted, position) = columns[i];
            var type = wanted ?? CellType.Text;
            if (position < 0) values[i] = columns[i].Constant;
            if (position < 0 || position >= width || IsNull(reader, position)) continue;
            var field = reader.GetField(position);
            if (CellText.TryParse(field, type, out values[i])) continue;
            column = name;
            reason = $"'{(field.Length > ShownText ? string.Concat(field[..ShownText], "...") : field.ToString())}' is no {type.ToHive()}";
            return false;
        }

        column = reason = "";
        return true;
    }

    private static string Fields(int count) => count == 1 ? "1 field" : $"{count} fields";

    // Where quotes tell an empty text from nothing, nothing is null.
    private static bool IsNull(CsvReader reader, int position) =>
        reader.IsNull(position) || (reader.HasQuotes && !reader.IsQuoted(position) && reader.GetField(position).IsEmpty);

    private static LakeException BadRow(string path, long line, string column, string reason) =>
        new(nameof(Errors.Errors.BadRow), LakeErrorCategory.InvalidData, new LakeBadRow(path, line, column, reason),
            Errors.Errors.BadRow, path, line, column, reason);
}
