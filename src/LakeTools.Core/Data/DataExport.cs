using LakeTools.Core.Catalog;
using LakeTools.Core.Errors;
using LakeTools.Core.Objects;

namespace LakeTools.Core.Data;

/// <summary>
/// Writes rows to an object, a folder or a table. Nobody sees any of it before <see cref="CommitAsync"/>; an export that is
/// disposed of without it has changed nothing.
/// </summary>
public sealed class DataExport : IDisposable
{
    private readonly ExportTarget _target;
    private readonly DataExportOptions _options;
    private readonly CancellationToken _stop;
    private ObjectWriteStream? _object;
    private CsvRowWriter? _writer;
    private CellType?[] _types = [];
    private string?[] _cells = [];

    private DataExport(ExportTarget target, DataExportOptions options, CancellationToken stop)
    {
        _target = target;
        _options = options;
        _stop = stop;
        if (target.Columns is { } columns) Begin(columns.Select(column => new ExportColumn(column.Name, column.Type)).ToArray());
    }

    /// <summary>The columns, in order; empty before the first row of an export by address.</summary>
    public IReadOnlyList<ExportColumn> Columns { get; private set; } = [];

    /// <summary>How many rows were written.</summary>
    public long RowCount { get; private set; }

    /// <summary>Begins an export to an address.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="uri">An object, or a folder that ends with a slash.</param>
    /// <param name="options">How to write.</param>
    /// <param name="stop">Ends the writing.</param>
    /// <returns>The export, whose columns <see cref="Begin"/> gives.</returns>
    /// <exception cref="LakeException"><c>InvalidS3Uri</c>, <c>BucketNameInvalid</c>, <c>FormatNotSupported</c>, <c>AppendToObject</c>.</exception>
    public static async Task<DataExport> ToUriAsync(LakeConnection connection, string uri, DataExportOptions options, CancellationToken stop) =>
        new(await ExportTargets.OfUriAsync(connection, uri, options, stop).ConfigureAwait(false), options, stop);

    /// <summary>Begins an export to a table, whose columns it has.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="address">The table.</param>
    /// <param name="options">How to write.</param>
    /// <param name="stop">Ends the writing.</param>
    /// <returns>The export.</returns>
    /// <exception cref="LakeException"><c>TableNotFound</c>, <c>FormatNotSupported</c>, <c>PartitionsNotSupported</c>, <c>TableAccessDenied</c>.</exception>
    public static async Task<DataExport> ToTableAsync(LakeConnection connection, TableAddress address, DataExportOptions options, CancellationToken stop)
    {
        var table = await TableCatalog.GetAsync(connection, address, stop).ConfigureAwait(false);
        return new DataExport(await ExportTargets.OfTableAsync(connection, table, options, stop).ConfigureAwait(false), options, stop);
    }

    /// <summary>Gives an export by address its columns.</summary>
    /// <param name="columns">The columns.</param>
    public void Begin(IReadOnlyList<ExportColumn> columns)
    {
        Columns = columns;
        _types = columns.Select(column => column.Type is null ? (CellType?)null : CellType.FromHive(column.Type)).ToArray();
        _cells = new string?[columns.Count];
        var name = _options.Gzip && !_target.Uri.Key.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? _target.Uri.Key + ".gz" : _target.Uri.Key;
        _object = new ObjectWriteStream(_target.Connection.Clients.S3, _target.Uri with { Key = name }, ContentTypes.OfName(name), _stop);
        _writer = new CsvRowWriter(Compression.Pack(_object, name), _target.Dialect, columns.Select(column => column.Name));
    }

    /// <summary>Writes a row.</summary>
    /// <param name="values">A value a column, in the columns' order.</param>
    /// <param name="row">The row as the user has it, for errors.</param>
    /// <exception cref="LakeException"><c>ValueNotOfType</c> or <c>CellNotWritable</c>: the export cannot be whole any more.</exception>
    public void Write(IReadOnlyList<object?> values, object row)
    {
        _stop.ThrowIfCancellationRequested();
        for (var i = 0; i < _cells.Length; i++)
        {
            _cells[i] = null;
            if (values[i] is not { } value || CellConversion.TryConvert(value, _types[i], out _cells[i])) continue;
            throw new LakeException(nameof(Errors.Errors.ValueNotOfType), LakeErrorCategory.InvalidData, row, Errors.Errors.ValueNotOfType,
                RowCount + 1, Columns[i].Name, CellText.Format(value, CellKind.Text), Columns[i].Type);
        }

        _writer!.Write(_cells);
        RowCount++;
    }

    /// <summary>Puts what was written in its place.</summary>
    /// <param name="cancellationToken">Cancels it, up to the moment when it is done.</param>
    /// <returns>What was written; null where there was nothing to write.</returns>
    /// <exception cref="LakeException"><c>BucketNotFound</c>.</exception>
    public async Task<LakeExport?> CommitAsync(CancellationToken cancellationToken)
    {
        if (_writer is null && _options.Mode == ExportMode.Append) return null;
        if (_writer is null) Begin([]);
        var isNothing = RowCount == 0 && _target.Table is not null && _options.Mode != ExportMode.Overwrite;
        if (isNothing) return null;
        _writer!.Dispose();
        await _object!.CommitAsync(cancellationToken).ConfigureAwait(false);
        foreach (var batch in _target.Replaced.Chunk(ObjectRemoval.BatchSize))
        {
            LakeException? failure = null;
            await ObjectRemoval.RemoveAsync(_target.Connection, batch[0].Bucket, batch.Select(item => item.Key).ToArray(), error => failure ??= error, cancellationToken)
                .ConfigureAwait(false);
            if (failure is not null) throw failure;
        }

        return new LakeExport(_object.Uri.ToString(), _target.Table?.DatabaseName, _target.Table?.Name, RowCount);
    }

    /// <summary>Takes back what was not committed.</summary>
    public void Dispose() => _object?.Discard();
}
