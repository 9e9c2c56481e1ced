using LakeTools.Core.Data.Rows;
using LakeTools.Core.Data.Tables;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Permissions;

namespace LakeTools.Core.Data.Export;

/// <summary>
/// Writes rows to an object, a folder or a table. Nobody sees any of it before <see cref="CommitAsync"/>; an export that is
/// disposed of without it has changed nothing.
/// </summary>
public sealed class DataExport : IAsyncDisposable
{
    private const long MostFirstLength = 4_000_000; // characters

    private readonly LakeConnection _connection;
    private readonly ExportTarget _target;
    private readonly TimeProvider _clock;
    private readonly CancellationToken _stop;
    private readonly bool _ignoresExtra;
    private readonly List<SampleRow> _first = [];
    private long _firstLength;
    private ExportColumns? _columns;
    private ExportPlaces? _places;
    private object?[] _cells = [];
    private string[] _keys = [];
    private IReadOnlyList<string>? _givenNames;

    private DataExport(LakeConnection connection, ExportTarget target, DataExportOptions options, CancellationToken stop)
    {
        _clock = options.Clock;
        _ignoresExtra = options.IgnoreExtra;
        _connection = connection;
        _target = target;
        _stop = stop;
        if (target.Columns is not { } columns) return;
        Columns = columns.Concat(target.Keys).Select(column => new ExportColumn(column.Name, column.Type)).ToArray();
        Start();
    }

    /// <summary>The columns, in order, those that become folders last; empty before the first row of an export by address.</summary>
    public IReadOnlyList<ExportColumn> Columns { get; private set; } = [];

    /// <summary>The number of rows that were written.</summary>
    public long RowCount { get; private set; }

    /// <summary>True once readers see the new rows, even where old files could not be removed after that.</summary>
    public bool IsCommitted { get; private set; }

    /// <summary>Begins an export to an address.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="uri">An object, or a folder that ends with a slash.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="stop">Ends the writing.</param>
    /// <returns>The export, whose columns <see cref="Begin"/> gives.</returns>
    /// <exception cref="LakeException">
    /// <c>InvalidS3Uri</c>, <c>BucketNameInvalid</c>, <c>FormatNotSupported</c>, <c>AppendToObject</c>,
    /// <c>PartitionByObject</c>, <c>PartitionsMissing</c>, <c>CompressionNotSupported</c>.
    /// </exception>
    public static DataExport ToUri(LakeConnection connection, string uri, DataExportOptions options, CancellationToken stop) =>
        new(connection, ExportTarget.OfUri(connection, uri, options), options, stop);

    /// <summary>Begins an export to a table, whose columns it has.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="address">The table.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="stop">Ends the writing.</param>
    /// <returns>The export.</returns>
    /// <exception cref="LakeException"><c>TableNotFound</c>, <c>FormatNotSupported</c>, <c>PartitionByMismatch</c>,
    /// <c>PartitionsMissing</c>, <c>TableAccessDenied</c>.</exception>
    public static async Task<DataExport> ToTableAsync(LakeConnection connection, TableAddress address, DataExportOptions options,
        CancellationToken stop)
    {
        var table = await TableCatalog.GetAsync(connection, address, PermissionSet.Insert, stop).ConfigureAwait(false);
        var target = await ExportTarget.OfTableAsync(connection, table, options, stop).ConfigureAwait(false);
        return new DataExport(connection, target, options, stop);
    }

    /// <summary>The value of a row in a column that the row does not have: null, unless the format distinguishes a missing value.</summary>
    public object? Absent => HasOwnColumns ? NoCell.Value : null;

    // In a table, all rows have the table's columns.
    private bool HasOwnColumns => _target.Columns is null && _target.Format.HasOwnColumns;

    /// <summary>Gives an export by address its columns.</summary>
    /// <param name="columns">The columns, with those that become folders.</param>
    /// <exception cref="LakeException"><c>ColumnNotFound</c> where a column that shall become folders is not among them.</exception>
    public void Begin(IReadOnlyList<ExportColumn> columns)
    {
        Columns = columns;
        if (!HasOwnColumns) return; // the first rows may have further ones
        RequireKeys();
        Start();
    }

    /// <summary>Says under which names rows have the columns of a table that was made of them, with types that were guessed.</summary>
    /// <param name="names">A name a column.</param>
    public void NameColumns(IReadOnlyList<string> names)
    {
        _givenNames = names;
        Columns = [.. Columns.Select(column => column with { IsGuessed = true })];
        Start();
    }

    /// <summary>
    /// Finds the column of each of a row's properties. A table's column <c>temp_max</c> may be made of <c>Temp (max)</c>. By address, a new
    /// property becomes a column: of JSON always, else in the first 1,000 rows or four million characters.
    /// </summary>
    /// <param name="given">The properties' names.</param>
    /// <param name="row">The row, for errors.</param>
    /// <returns>A place in <see cref="Columns"/> each; -1 for a property that is left out.</returns>
    /// <exception cref="LakeException"><c>PropertyUnexpected</c>, <c>ColumnNotFound</c>.</exception>
    public int[] PlacesOf(IReadOnlyList<string> given, object? row)
    {
        if (Columns.Count == 0) Begin(given.Select(name => new ExportColumn(name)).ToArray());
        var places = new int[given.Count];
        var taken = new HashSet<int>();
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = Place(given[i]);
            if (places[i] >= 0 && !taken.Add(places[i])) places[i] = -1;
        }

        for (var i = 0; i < places.Length; i++)
        {
            if (places[i] >= 0) continue;
            places[i] = _target.Columns is null ? Widen(given[i]) : SafePlace(given[i], taken);
            if (places[i] >= 0 || _ignoresExtra) continue;
            throw Fault.PropertyUnexpected(
                row,
                RowCount + _first.Count + 1,
                given[i],
                string.Join(", ", Columns.Select(column => column.Name)));
        }

        return places;
    }

    /// <summary>True as long as rows decide the types of the columns, so what their sources say of them is asked for.</summary>
    public bool IsSampling => _columns is null;

    /// <summary>Writes a row.</summary>
    /// <param name="values">A value a column, in the columns' order. They are kept.</param>
    /// <param name="row">The row as the user has it, for errors; null if that is the values.</param>
    /// <param name="columns">While <see cref="IsSampling"/>: what the source of each value says of it; null if
    /// none says anything.</param>
    /// <exception cref="LakeException">
    /// <c>ValueNotOfType</c>, <c>TextNotWritable</c>, <c>CellNotWritable</c> or <c>PartitionValueMissing</c>: the export cannot be
    /// whole any more.
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
        foreach (var value in values) _firstLength += (value as string)?.Length ?? 0;
        if (_first.Count == TableCreation.SampleRows || _firstLength >= MostFirstLength) StartByFirstRows();
    }

    /// <summary>Writes the rows of a batch without an object for each cell, where nothing in them needs to be converted.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="places">The result of <see cref="PlacesOf"/> for its columns.</param>
    /// <returns>False if nothing was written, and the rows must be written one by one.</returns>
    /// <exception cref="LakeException"><c>CellNotWritable</c>: the export cannot be whole any more.</exception>
    public bool TryWrite(DataBatch batch, int[] places)
    {
        if (!batch.IsByColumn || _columns?.AsTheyAre(batch, places) is not { } columns) return false;
        for (var start = 0; start < batch.RowCount;)
        {
            _stop.ThrowIfCancellationRequested();
            var count = (int)Math.Min(batch.RowCount - start, ExportPlaces.RowsBetweenLooks - (RowCount % ExportPlaces.RowsBetweenLooks));
            FileOf(_keys).Write(columns, start, start + count);
            RowCount += count;
            start += count;
        }

        return true;
    }

    /// <summary>Puts what was written in its place.</summary>
    /// <param name="progress">Told of waiting for other exports, or null.</param>
    /// <param name="cancellationToken">Cancels it, up to the step in which the new rows are seen.</param>
    /// <returns>The export's result; null if there was nothing to write.</returns>
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
            if (_target.Mode != ExportMode.Overwrite) return null;
            await _places!.EmptyAsync().ConfigureAwait(false);
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

    private int Place(string name)
    {
        var comparison = HasOwnColumns ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        for (var i = 0; i < Columns.Count; i++)
            if (name.Equals(_givenNames?[i] ?? Columns[i].Name, comparison)) return i;
        return -1;
    }

    private int SafePlace(string name, HashSet<int> taken)
    {
        var safe = HiveNames.Safe(name);
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i].Name == safe && taken.Add(i)) return i;
        return -1;
    }

    private int Widen(string name)
    {
        if ((_columns is not null && !HasOwnColumns) || Place(name) >= 0) return -1;
        var column = new ExportColumn(name);
        Columns = [.. Columns, column];
        _columns?.Add(column);
        _cells = new object?[_columns?.OfFiles.Count ?? 0];
        return Columns.Count - 1;
    }

    private void RequireKeys()
    {
        var names = Columns.Select(column => column.Name).ToArray();
        foreach (var key in _target.Keys)
            if (!names.Contains(key.Name, StringComparer.OrdinalIgnoreCase)) throw FileColumns.NotFound("the rows", key.Name, names);
    }

    private void StartByFirstRows()
    {
        // Rows that came before a column have null in it.
        var first = _first
            .Select(row => row with { Values = Widened(row.Values), Columns = row.Columns is null ? null : Widened(row.Columns) }).ToList();
        _first.Clear();
        if (first.Count > 0) RequireKeys();
        if (_target.Format.NeedsTypes)
        {
            Columns = Columns.Zip(ColumnGuess.Of(Columns.Count, first), (column, type) => column.Type is null
                ? column with { Type = type.ToHive(), CellType = type, IsGuessed = true } : column).ToArray();
        }

        Start();
        foreach (var row in first) WriteRow(row.Values, row.Row);
    }

    private IReadOnlyList<T?> Widened<T>(IReadOnlyList<T?> parts)
        where T : class => parts.Count == Columns.Count ? parts : [.. parts, .. new T?[Columns.Count - parts.Count]];

    private void Start()
    {
        _columns = new ExportColumns(Columns, _target.Keys, _target.Format.TextEncoding);
        _places = new ExportPlaces(_target, _connection, _columns.OfFiles, _stop);
        _cells = new object?[_columns.OfFiles.Count];
        _keys = new string[_target.Keys.Count];
    }

    private void WriteRow(IReadOnlyList<object?> values, object? row)
    {
        _columns!.Convert(values, row, RowCount + 1, _cells, _keys);
        var file = FileOf(_keys);
        if (!file.TextEncoding.Equals(_target.Format.TextEncoding)) _columns.RequireWritable(_cells, file.TextEncoding, row, RowCount + 1);
        file.Write(_cells);
        RowCount++;
    }

    private ExportFile FileOf(string[] keys) => _places!.FileAsync(keys, RowCount).GetAwaiter().GetResult();
}
