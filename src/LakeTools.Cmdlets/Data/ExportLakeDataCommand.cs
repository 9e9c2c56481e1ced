using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Cmdlets.Objects;
using LakeTools.Core.Catalog;
using LakeTools.Core.Data.Export;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Rows;
using LakeTools.Core.Data.Tables;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Cmdlets.Data;

/// <summary>
/// <para type="synopsis">Writes objects as rows, to a file in S3 or into a table.</para>
/// </summary>
[Cmdlet(VerbsData.Export, "LakeData", SupportsShouldProcess = true, DefaultParameterSetName = UriSet)]
[OutputType(typeof(LakeExport))]
public sealed class ExportLakeDataCommand : LakeCmdlet
{
    private const string UriSet = "Uri";
    private const string TableSet = "Table";

    private readonly List<PSObject> _first = [];
    private readonly AddedMembers _added = new();
    private int _firstRows;
    private DataExport? _export;
    private IReadOnlyList<string>? _given;
    private int[] _places = [];
    private bool _isOn;
    private ProgressReporter? _progress;
    private bool _isTableNew;

    /// <summary>The rows: objects, whose properties are the columns, hashtables, or what Import-LakeData -Raw returns.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary>An object, or a folder that ends with a slash.</summary>
    [Parameter(ParameterSetName = UriSet, Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string Uri { get; set; } = "";

    /// <summary>The table's database.</summary>
    [Parameter(ParameterSetName = TableSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public string DatabaseName { get; set; } = "";

    /// <summary>The table.</summary>
    [Parameter(ParameterSetName = TableSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TableNameCompleter))]
    public string TableName { get; set; } = "";

    /// <summary>Creates the table if it does not exist, with columns and types of the first 1,000 rows.</summary>
    [Parameter(ParameterSetName = TableSet)]
    public SwitchParameter CreateTable { get; set; }

    /// <summary>The location of a new table. The default is below the location of the database, under the name of the table.</summary>
    [Parameter(ParameterSetName = TableSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string? Location { get; set; }

    /// <summary>The table's catalog. Default: the connection's, or the caller's account.</summary>
    [Parameter(ParameterSetName = TableSet)]
    [ValidateNotNullOrEmpty]
    public string? CatalogId { get; set; }

    /// <summary>The form. Default: by the address's extension; tables know theirs.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DataFormatCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Format { get; set; }

    /// <summary>The delimiter of fields. Default: a comma, or a tab for the format Tsv.</summary>
    [Parameter(ParameterSetName = UriSet)]
    public char? Delimiter { get; set; }

    /// <summary>Writes no line with the columns' names.</summary>
    [Parameter(ParameterSetName = UriSet)]
    public SwitchParameter NoHeader { get; set; }

    /// <summary>The compression of the files: None, Gzip, Zstd, or for Parquet, Snappy. Default: by the
    /// address's extension; Parquet: Snappy.</summary>
    [Parameter]
    [EnumWord(typeof(DataCompression))]
    public DataCompression? Compression { get; set; }

    /// <summary>Columns whose values become folders: year=2026/. They leave the files. Default: a table's partition keys.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PartitionKeyCompleter))]
    public string[] PartitionBy { get; set; } = [];

    /// <summary>The treatment of existing data. Default: an object is replaced, and data is appended to folders and tables.</summary>
    [Parameter]
    [EnumWord(typeof(ExportMode))]
    public ExportMode? Mode { get; set; }

    /// <summary>Excludes properties of rows that have no column. Otherwise they end the export.</summary>
    [Parameter]
    public SwitchParameter IgnoreExtra { get; set; }

    /// <summary>Returns what was written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private TableAddress? Table => ParameterSetName == TableSet ? new TableAddress(DatabaseName, TableName, CatalogId) : null;

    private DataExportOptions Options => new()
    {
        Format = Format,
        Delimiter = Delimiter,
        NoHeader = NoHeader,
        Compression = Compression,
        PartitionBy = PartitionBy,
        Mode = Mode,
        IgnoreExtra = IgnoreExtra,
    };

    /// <inheritdoc/>
    protected override async Task BeginProcessingAsync(CancellationToken cancellationToken)
    {
        if (CatalogId is { Length: > 0 } catalog) DatabaseService.CheckCatalogId(catalog);
        if (Location is not null)
        {
            _ = S3Uri.Parse(Location);
            if (!CreateTable)
                throw Fault.LocationNotOfTable(Table, Location, "it is the location of a new table, which requires -CreateTable");
        }

        var toUri = Table is null ? DataExport.ToUri(Lake, Uri, Options, cancellationToken) : null;
        if (Table is not null) Options.CheckFormat();
        if (!ShouldProcess(Table?.ToString() ?? Uri, "Write rows")) return;
        _export = toUri;
        if (Table is not null && !CreateTable) await ToTableAsync(cancellationToken).ConfigureAwait(false);
        _isOn = true;
    }

    /// <inheritdoc/>
    protected override void BeginRecord()
    {
        if (_isOn) base.BeginRecord(); // what failed at the beginning is reported once
    }

    /// <inheritdoc/>
    protected override bool TryProcessRecord()
    {
        if (!_isOn || InputObject is null) return true;
        if (_export is null)
        {
            _first.Add(InputObject);
            _firstRows += InputObject.BaseObject is LakeRowBatch batch ? batch.RowCount : 1;
            return _firstRows < TableCreation.SampleRows;
        }

        try
        {
            Write(_export, InputObject);
            _progress ??= Progress();
            if (_progress.IsDue) ReportRows(_export, _progress);
        }
        catch (LakeException error)
        {
            Fail(error);
        }

        return true;
    }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken) =>
        AllOrNothingAsync(() => MakeTableAsync(cancellationToken));

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        if (!_isOn) return;
        await AllOrNothingAsync(async () =>
        {
            if (_export is null) await MakeTableAsync(cancellationToken).ConfigureAwait(false);
            using var progress = _progress ?? Progress();
            ReportRows(_export!, progress);
            var written = await _export!.CommitAsync(progress, cancellationToken).ConfigureAwait(false);
            if (PassThru && written is not null) WriteObject(written);
        }).ConfigureAwait(false);
    }

    /// <summary>
    /// Removes the data that was sent, and a table that was created for it. The table exists before the commit, because Lake Formation
    /// vends the credentials to send rows only for existing tables.
    /// </summary>
    /// <returns>Null. The error that ended the pipeline is enough.</returns>
    protected override async Task<string?> AbandonAsync()
    {
        if (_export is not null) await _export.DisposeAsync().ConfigureAwait(false);
        if (_isTableNew && _export?.IsCommitted != true)
            await TableCreation.TakeBackAsync(Lake, Table!).ConfigureAwait(false); // where that fails, what is left is empty
        return null;
    }

    private void ReportRows(DataExport export, IProgress<Core.LakeProgress> progress) =>
        progress.Report(new Core.LakeProgress($"Writing {Table?.ToString() ?? Uri}", $"{export.RowCount} rows"));

    private async Task MakeTableAsync(CancellationToken cancellationToken)
    {
        var rows = _first.SelectMany(item => RowValues.RowsOf(item, _added).Select(row => (Item: item, Row: row)))
            .Take(TableCreation.SampleRows).ToList();
        var names = rows.SelectMany(row => row.Row.ColumnNames).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        var sample = rows.Select(row => Sample(row.Item, row.Row, names)).ToList();
        _isTableNew = await TableCreation.EnsureAsync(Lake, Table!, Location, names, sample, Options,
            cancellationToken).ConfigureAwait(false);
        await ToTableAsync(cancellationToken).ConfigureAwait(false);

        // The columns of a new table are in the order of the properties, with the partition keys last, and with names that Hive accepts.
        if (_isTableNew) _export!.NameColumns([.. names.Except(PartitionBy, StringComparer.OrdinalIgnoreCase), .. PartitionBy]);
        foreach (var item in _first) Write(_export!, item);
        _first.Clear();
    }

    private async Task ToTableAsync(CancellationToken cancellationToken) =>
        _export = await DataExport.ToTableAsync(Lake, Table!, Options, cancellationToken).ConfigureAwait(false);

    private void Write(DataExport export, PSObject item)
    {
        if (item.BaseObject is LakeRowBatch batch)
        {
            FindPlaces(export, batch.ColumnNames, item, null);
            if (export.TryWrite(batch.Batch, _places)) return;
        }

        var rows = RowValues.RowsOf(item, _added);
        for (var i = 0; i < rows.Count; i++) Write(export, rows[i], item);
    }

    private void Write(DataExport export, DataRow row, PSObject item)
    {
        FindPlaces(export, row.ColumnNames, item, row);
        var values = new object?[export.Columns.Count];
        if (export.Absent is { } absent) Array.Fill(values, absent);
        var said = export.IsSampling ? RowValues.ColumnsOf(item, row.ColumnNames) : null;
        var columns = said is null ? null : new DataColumn?[values.Length];
        for (var i = 0; i < _places.Length; i++)
        {
            if (_places[i] < 0) continue;
            values[_places[i]] = row.Values[i];
            if (columns is not null) columns[_places[i]] = said![i];
        }

        export.Write(values, Shown(item), columns);
    }

    // Most rows have the properties of the row before them.
    private void FindPlaces(DataExport export, IReadOnlyList<string> names, PSObject item, DataRow? row)
    {
        if (_given is not null && (ReferenceEquals(_given, names) || _given.SequenceEqual(names))) return;
        _places = export.PlacesOf(names, (object?)Shown(item) ?? row ?? ((LakeRowBatch)item.BaseObject).Rows[0]);
        _given = names;
    }

    private static SampleRow Sample(PSObject item, DataRow row, IReadOnlyList<string> names)
    {
        var places = RowValues.PlacesIn(row.ColumnNames, names);
        var said = RowValues.ColumnsOf(item, row.ColumnNames);
        return new SampleRow(
            RowValues.Of(row, places),
            Array.ConvertAll(places, place => place < 0 ? null : said[place]),
            Shown(item));
    }

    // The target of an error is a row and not a batch.
    private static PSObject? Shown(PSObject item) => item.BaseObject is LakeRowBatch ? null : item;

    private async Task AllOrNothingAsync(Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception error) when (ErrorRecords.IsOurs(error))
        {
            Ask<object?>(() =>
            {
                Fail(error);
                return null;
            });
        }
    }

    // Without a failed row the export would be incomplete, so the first failure ends it.
    private void Fail(Exception error)
    {
        _isOn = false;
        ThrowTerminatingError(ErrorRecords.From(error, MyInvocation.MyCommand.Name, Table?.ToString() ?? Uri));
    }
}
