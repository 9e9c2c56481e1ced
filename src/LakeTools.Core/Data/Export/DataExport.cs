using LakeTools.Core.Data.Rows;
using LakeTools.Core.Data.Tables;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Data.Export;

/// <summary>
/// Writes rows to an object, a folder or a table. Nobody sees any of it before <see cref="CommitAsync"/>; an export that is
/// disposed of without it has changed nothing.
/// </summary>
public sealed class DataExport : IAsyncDisposable
{
    private readonly LakeConnection _connection;
    private readonly ExportTarget _target;
    private readonly TimeProvider _clock;
    private readonly CancellationToken _stop;
    private readonly List<SampleRow> _first = [];
    private ExportColumns? _columns;
    private ExportPlaces? _places;
    private object?[] _cells = [];
    private string[] _keys = [];

    private DataExport(LakeConnection connection, ExportTarget target, TimeProvider clock, CancellationToken stop)
    {
        _clock = clock;
        _connection = connection;
        _target = target;
        _stop = stop;
        if (target.Columns is not { } columns) return;
        Columns = columns.Concat(target.Keys).Select(column => new ExportColumn(column.Name, column.Type)).ToArray();
        Start();
    }

    /// <summary>The columns, in order, those that become folders last; empty before the first row of an export by address.</summary>
    public IReadOnlyList<ExportColumn> Columns { get; private set; } = [];

    /// <summary>How many rows were written.</summary>
    public long RowCount { get; private set; }

    /// <summary>True once readers see the new rows, even where old files could not be removed after that.</summary>
    public bool IsCommitted { get; private set; }

    /// <summary>Begins an export to an address.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="uri">An object, or a folder that ends with a slash.</param>
    /// <param name="options">How to write.</param>
    /// <param name="stop">Ends the writing.</param>
    /// <returns>The export, whose columns <see cref="Begin"/> gives.</returns>
    /// <exception cref="LakeException">
    /// <c>InvalidS3Uri</c>, <c>BucketNameInvalid</c>, <c>FormatNotSupported</c>, <c>AppendToObject</c>, <c>PartitionByObject</c>,
    /// <c>PartitionsMissing</c>, <c>CompressionNotSupported</c>.
    /// </exception>
    public static DataExport ToUri(LakeConnection connection, string uri, DataExportOptions options, CancellationToken stop) =>
        new(connection, ExportTarget.OfUri(connection, uri, options), options.Clock, stop);

    /// <summary>Begins an export to a table, whose columns it has.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="address">The table.</param>
    /// <param name="options">How to write.</param>
    /// <param name="stop">Ends the writing.</param>
    /// <returns>The export.</returns>
    /// <exception cref="LakeException"><c>TableNotFound</c>, <c>FormatNotSupported</c>, <c>PartitionByMismatch</c>,
    /// <c>PartitionsMissing</c>, <c>TableAccessDenied</c>.</exception>
    public static async Task<DataExport> ToTableAsync(LakeConnection connection, TableAddress address, DataExportOptions options,
        CancellationToken stop)
    {
        var table = await TableCatalog.GetAsync(connection, address, stop).ConfigureAwait(false);
        var target = await ExportTarget.OfTableAsync(connection, table, options, stop).ConfigureAwait(false);
        return new DataExport(connection, target, options.Clock, stop);
    }

    /// <summary>Gives an export by address its columns.</summary>
    /// <param name="columns">The columns, with those that become folders.</param>
    /// <exception cref="LakeException"><c>ColumnNotFound</c> where a column that shall become folders is not among them.</exception>
    public void Begin(IReadOnlyList<ExportColumn> columns)
    {
        var names = columns.Select(column => column.Name).ToArray();
        foreach (var key in _target.Keys)
            if (!names.Contains(key.Name, StringComparer.OrdinalIgnoreCase)) throw FileColumns.NotFound("the rows", key.Name, names);
        Columns = columns;
        if (!_target.Format.NeedsTypes) Start();
    }

    /// <summary>What the columns are called in rows: a table's column <c>temp_max</c> may be made of <c>Temp (max)</c>.</summary>
    /// <param name="given">The names that a row has.</param>
    /// <returns>A name a column; the column's own where the row has none for it.</returns>
    public string[] NamesIn(IReadOnlyList<string> given) => Columns.Select(column =>
        given.FirstOrDefault(name => name.Equals(column.Name, StringComparison.OrdinalIgnoreCase))
        ?? given.FirstOrDefault(name => HiveNames.Safe(name) == column.Name)
        ?? column.Name).ToArray();

    /// <summary>True as long as rows decide the types of the columns, so that what their sources say of them is asked for.</summary>
    public bool IsSampling => _columns is null;

    /// <summary>Writes a row.</summary>
    /// <param name="values">A value a column, in the columns' order. They are kept.</param>
    /// <param name="row">The row as the user has it, for errors; null where that is the values.</param>
    /// <param name="columns">While <see cref="IsSampling"/>: what the source of each value says of it; null where none says
    /// anything.</param>
    /// <exception cref="LakeException">
    /// <c>ValueNotOfType</c>, <c>CellNotWritable</c> or <c>PartitionValueMissing</c>: the export cannot be whole any more.
    /// </exception>
    public void Write(IReadOnlyList<object?> values, object? row, IReadOnlyList<DataColumn?>? columns = null)
    {
        _stop.ThrowIfCancellationRequested();
        if (_columns is not null)
        {
            WriteRow(values, row);
            return;
        }

        _first.Add(new SampleRow(values, columns, row));
        if (_first.Count == TableCreation.SampleRows) StartByFirstRows();
    }

    /// <summary>Puts what was written in its place.</summary>
    /// <param name="progress">Told of waiting for other exports, or null.</param>
    /// <param name="cancellationToken">Cancels it, up to the step in which the new rows are seen.</param>
    /// <returns>What was written; null where there was nothing to write.</returns>
    /// <exception cref="LakeException">
    /// <c>BucketNotFound</c>, <c>ExportRunning</c> or <c>ExportInterrupted</c>, and nothing has changed; <c>ExportUnfinished</c>, and the
    /// new rows are there.
    /// </exception>
    public async Task<LakeExport?> CommitAsync(IProgress<LakeProgress>? progress, CancellationToken cancellationToken)
    {
        if (_columns is null) StartByFirstRows();
        if (RowCount == 0)
        {
            // Nothing takes the place of what is there only where that was asked for, or where an object was.
            if (_target.Mode != ExportMode.Overwrite || _target.Keys.Count > 0) return null;
            await _places!.FileAsync([], 0).ConfigureAwait(false);
        }

        var commit = new ExportCommit(_target, _connection, _places!, _clock, progress);
        try
        {
            await commit.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            IsCommitted = commit.IsCommitted;
        }

        var uri = _places!.Files.Count == 1 ? _places.Files[0].Uri : _target.Uri;
        return new LakeExport(uri.ToString(), _target.Table?.DatabaseName, _target.Table?.Name, RowCount);
    }

    /// <summary>Takes back what was not committed.</summary>
    /// <returns>The work.</returns>
    public async ValueTask DisposeAsync() =>
        await Task.WhenAll((_places?.Files ?? []).Select(file => file.DiscardAsync())).ConfigureAwait(false);

    private void StartByFirstRows()
    {
        Columns = Columns.Zip(ColumnGuess.Of(Columns.Count, _first), (column, type) => column.Type is null
            ? column with { Type = type.ToHive() } : column).ToArray();
        Start();
        foreach (var first in _first) WriteRow(first.Values, first.Row);
        _first.Clear();
    }

    private void Start()
    {
        _columns = new ExportColumns(Columns, _target.Keys);
        _places = new ExportPlaces(_target, _connection, _columns.OfFiles, _stop);
        _cells = new object?[_columns.OfFiles.Count];
        _keys = new string[_target.Keys.Count];
    }

    private void WriteRow(IReadOnlyList<object?> values, object? row)
    {
        _columns!.Convert(values, row, RowCount + 1, _cells, _keys);
        var file = _places!.FileAsync(_keys, RowCount);
        (file.IsCompletedSuccessfully ? file.Result : file.GetAwaiter().GetResult()).Write(_cells);
        RowCount++;
    }
}
