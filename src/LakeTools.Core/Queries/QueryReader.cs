using System.Globalization;
using System.Runtime.CompilerServices;
using Amazon.Athena.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Csv;
using LakeTools.Core.Data.Rows;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Queries;

/// <summary>
/// Reads the rows of a query's result, with the types that Athena says: from its file in S3, in one stream; where Athena keeps it itself,
/// in pages.
/// </summary>
/// <param name="connection">The lake.</param>
public sealed class QueryReader(LakeConnection connection)
{
    // Every value is in quotes, except null. An empty line is a row of one null.
    private static readonly CsvDialect s_dialect = new(NullText: "") { EmptyLineIsRow = true };

    /// <summary>Reads the rows.</summary>
    /// <param name="query">The query, which succeeded.</param>
    /// <param name="progress">Gets the number of rows read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows, in batches.</returns>
    /// <exception cref="LakeException"><c>ObjectNotFound</c>, <c>QueryResultInvalid</c>, <c>QueryRefused</c>.</exception>
    public IAsyncEnumerable<DataBatch> ReadAsync(LakeQuery query, IProgress<LakeProgress> progress, CancellationToken cancellationToken) =>
        query.OutputLocation is { } location && location.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            ? ReadFileAsync(query, S3Uri.Parse(location), progress, cancellationToken)
            : ReadPagesAsync(query, progress, cancellationToken);

    private async IAsyncEnumerable<DataBatch> ReadFileAsync(LakeQuery query, S3Uri uri, IProgress<LakeProgress> progress,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new GetQueryResultsRequest { QueryExecutionId = query.Id, MaxResults = 1 };
        var first = await connection.Clients.Athena.GetQueryResultsAsync(request, cancellationToken).ConfigureAwait(false);
        var rows = new Rows(query, first.ResultSet?.ResultSetMetadata?.ColumnInfo ?? []);
        var item = await ObjectListing.GetAsync(connection, uri, cancellationToken).ConfigureAwait(false)
            ?? throw ObjectListing.NotFound(uri.ToString());
        var stream = await ObjectStream.OpenAsync(connection.Clients.S3, item, cancellationToken).ConfigureAwait(false);
        using var reader = new CsvReader(new StreamReader(stream), s_dialect);
        for (var isHead = true; await reader.ReadAsync(cancellationToken).ConfigureAwait(false); isHead = false)
        {
            if (isHead) continue;
            if (reader.Fault != CsvFault.None || reader.FieldCount != rows.Width)
                throw rows.Invalid($"line {reader.Line} has {reader.FieldCount} values, not {rows.Width}");
            if (rows.Add(i => reader.TryGetCell(i, out var cell) ? cell.ToString() : null) is not { } batch) continue;
            yield return batch;
            progress.Report(rows.Progress);
        }

        if (rows.Take() is { } last) yield return last;
    }

    private async IAsyncEnumerable<DataBatch> ReadPagesAsync(LakeQuery query, IProgress<LakeProgress> progress,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Rows? rows = null;
        var request = new GetQueryResultsRequest { QueryExecutionId = query.Id };
        var pages = connection.Clients.Athena.Paginators.GetQueryResults(request).Responses;
        await foreach (var page in pages.CalledBy(call => OfQueryAsync(query, call), cancellationToken).ConfigureAwait(false))
        {
            var isHead = rows is null;
            rows ??= new Rows(query, page.ResultSet?.ResultSetMetadata?.ColumnInfo ?? []);
            foreach (var row in page.ResultSet?.Rows ?? [])
            {
                var values = rows.ValuesOf(row);
                if (values.Count != rows.Width) throw rows.Invalid($"a row has {values.Count} values, not {rows.Width}");
                // The first row of a SELECT names the columns. SHOW, DESCRIBE and other statements have no such row.
                var isHeader = isHead && rows.AreNames(values);
                isHead = false;
                if (!isHeader && rows.Add(i => values[i]) is { } batch) yield return batch;
            }

            progress.Report(rows.Progress);
        }

        if (rows?.Take() is { } last) yield return last;
    }

    private static async Task<bool> OfQueryAsync(LakeQuery query, Func<Task<bool>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (InvalidRequestException error)
        {
            throw Fault.QueryRefused(query.Id, error.Message, inner: error);
        }
    }

    /// <summary>Makes typed rows of texts.</summary>
    private sealed class Rows
    {
        private readonly LakeQuery _query;
        private readonly BatchBuilder _batches = new();
        private readonly (string Type, CellType Cell)[] _types;
        private readonly IReadOnlyList<string> _names;
        private readonly string[] _labels;
        private long _count;

        public Rows(LakeQuery query, IReadOnlyList<ColumnInfo> columns)
        {
            var names = new PropertyNames();
            foreach (var column in columns) names.Add(column.Name ?? "");
            (_query, _names, _labels) = (query, names.Names, [.. columns.Select(column => column.Name ?? "")]);
            _types = [.. columns.Select(column => (column.Type ?? "", CellType.FromHive(HiveOf(column))))];
            _batches.Columns = [.. _names.Select((name, i) => new DataColumn(name, HiveOf(columns[i])))];
        }

        public int Width => _names.Count;

        public LakeProgress Progress => new($"Reading the result of query {_query.Id}", $"{_count} rows");

        public DataBatch? Add(Func<int, string?> value)
        {
            _count++;
            var values = new object?[_names.Count];
            for (var i = 0; i < values.Length; i++) values[i] = value(i) is { } text ? Cell(text, i) : null;
            return _batches.Add(new DataRow(_names, values));
        }

        public DataBatch? Take() => _batches.Take();

        public bool AreNames(IReadOnlyList<string?> values) => values.SequenceEqual(_labels);

        // DESCRIBE returns a row as one text, with tabs between the values and blanks behind them.
        public IReadOnlyList<string?> ValuesOf(Row row)
        {
            if (row.Data is [{ VarCharValue: { } line }] && Width > 1)
            {
                var parts = line.Split('\t', Width, StringSplitOptions.TrimEntries);
                return [.. parts, .. Enumerable.Repeat("", Width - parts.Length)];
            }

            return [.. (row.Data ?? []).Select(value => value.VarCharValue)];
        }

        public LakeException Invalid(string reason) => Fault.QueryResultInvalid(_query, _query.Id, reason);

        // Of types without a kind here, such as times of day and nested ones, Athena's text is kept as it is.
        private static string HiveOf(ColumnInfo column) => column.Type switch
        {
            "integer" => "int",
            "real" => "float",
            "varbinary" => "binary",
            "decimal" => string.Create(CultureInfo.InvariantCulture, $"decimal({column.Precision},{column.Scale})"),
            "boolean" or "tinyint" or "smallint" or "bigint" or "float" or "double" or "date" or "timestamp" => column.Type,
            _ => "string",
        };

        private object? Cell(string text, int place)
        {
            var (type, cell) = _types[place];
            if (cell.Kind == CellKind.Text) return text;
            if (type == "varbinary") return Bytes(text, place);
            if (cell.Kind == CellKind.Timestamp && IsoTime.IsCut(text)) return text; // which is exact
            return CellText.TryParse(text, cell, out var value) && value is not null ? value
                : throw Invalid($"'{text}' in the column {_names[place]} is not a valid {type}");
        }

        // Athena writes bytes as hexadecimal digits with spaces between.
        private byte[] Bytes(string text, int place)
        {
            try
            {
                return Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal));
            }
            catch (FormatException)
            {
                throw Invalid($"'{text}' in the column {_names[place]} is not a valid varbinary");
            }
        }
    }
}
