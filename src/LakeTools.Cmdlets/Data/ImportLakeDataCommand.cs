using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Cmdlets.Objects;
using LakeTools.Core.Data.Import;
using LakeTools.Core.Data.Rows;
using LakeTools.Core.Data.Tables;
using LakeTools.Core.Objects;

namespace LakeTools.Cmdlets.Data;

/// <summary>
/// <para type="synopsis">Reads rows as objects, from files in S3 or of a table.</para>
/// </summary>
[Cmdlet(VerbsData.Import, "LakeData", DefaultParameterSetName = TableSet)]
[OutputType(typeof(LakeRow), typeof(PSObject), typeof(LakeRowBatch))]
public sealed class ImportLakeDataCommand : LakeCmdlet
{
    private const string TableSet = "Table";
    private const string UriSet = "Uri";
    private const string LiteralUriSet = "LiteralUri";
    private const string ObjectSet = "Object";

    /// <summary>An object, a folder, or an S3 URI with wildcards.</summary>
    [Parameter(ParameterSetName = UriSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [FoundObject]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string[] Uri { get; set; } = [];

    /// <summary>S3 URIs without wildcards.</summary>
    [Parameter(ParameterSetName = LiteralUriSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string[] LiteralUri { get; set; } = [];

    /// <summary>An object that Get-LakeObject found.</summary>
    [Parameter(ParameterSetName = ObjectSet, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public LakeObject? InputObject { get; set; }

    /// <summary>The form of the files. Default: by their names.</summary>
    [Parameter(ParameterSetName = UriSet)]
    [Parameter(ParameterSetName = LiteralUriSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    [ArgumentCompleter(typeof(DataFormatCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Format { get; set; }

    /// <summary>
    /// The delimiter of fields. The default is a tab for the form Tsv. Otherwise, it is detected from the first rows of a file.
    /// </summary>
    [Parameter(ParameterSetName = UriSet)]
    [Parameter(ParameterSetName = LiteralUriSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    public char? Delimiter { get; set; }

    /// <summary>The character that encloses fields. Default: detected from the first rows of a file.</summary>
    [Parameter(ParameterSetName = UriSet)]
    [Parameter(ParameterSetName = LiteralUriSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    public char? QuoteCharacter { get; set; }

    /// <summary>
    /// The encoding of text files, such as windows-1252 or shift_jis. The default is the byte order mark's. If there is none,
    /// UTF-8.
    /// </summary>
    [Parameter(ParameterSetName = UriSet)]
    [Parameter(ParameterSetName = LiteralUriSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EncodingCompleter))]
    public string? Encoding { get; set; }

    /// <summary>The first line of each file is a row; -NoHeader:$false says that it is none. Default: what the first rows show.</summary>
    [Parameter(ParameterSetName = UriSet)]
    [Parameter(ParameterSetName = LiteralUriSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    public SwitchParameter NoHeader { get; set; }

    /// <summary>Columns to take, or with -NoHeader the names of the columns; each perhaps with a type: temp_max:double.</summary>
    [Parameter(ParameterSetName = UriSet)]
    [Parameter(ParameterSetName = LiteralUriSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ColumnTypeCompleter))]
    public string[] Column { get; set; } = [];

    /// <summary>Takes no columns from folders named key=value.</summary>
    [Parameter(ParameterSetName = UriSet)]
    [Parameter(ParameterSetName = LiteralUriSet)]
    public SwitchParameter NoPartition { get; set; }

    /// <summary>The table's database.</summary>
    [Parameter(ParameterSetName = TableSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Database")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public string DatabaseName { get; set; } = "";

    /// <summary>The table.</summary>
    [Parameter(ParameterSetName = TableSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name", "Table")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TableNameCompleter))]
    public string TableName { get; set; } = "";

    /// <summary>Columns to take; wildcards are taken. Default: all that you may see.</summary>
    [Parameter(ParameterSetName = TableSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ColumnNameCompleter))]
    public string[] ColumnName { get; set; } = [];

    /// <summary>The partitions to read, as an expression of Glue: year = '2026'. Default: all.</summary>
    [Parameter(ParameterSetName = TableSet)]
    [NotEmptyIfTyped]
    public string? PartitionFilter { get; set; }

    /// <summary>The table's catalog. Default: the connection's, or the caller's account.</summary>
    [Parameter(ParameterSetName = TableSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? CatalogId { get; set; }

    /// <summary>Returns batches of rows for Export-LakeData, instead of an object for each row.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        using var progress = Progress();
        var options = new DataImportOptions
        {
            Format = Format,
            Delimiter = Delimiter,
            QuoteCharacter = QuoteCharacter,
            Encoding = Encoding,
            Header = MyInvocation.BoundParameters.ContainsKey(nameof(NoHeader)) ? !NoHeader.IsPresent : null,
            Columns = ParameterSetName == TableSet ? ColumnName : Column,
            PartitionFilter = PartitionFilter,
            NoPartition = NoPartition,
            OnBadRow = WriteFailure,
            OnWarning = WriteWarning,
        };
        if (ParameterSetName == TableSet)
        {
            var table = new TableAddress(DatabaseName, TableName, CatalogId);
            await TryAsync(() => WriteRowsAsync(DataImport.ReadTableAsync(Lake, table, options, progress, cancellationToken)),
                table.ToString()).ConfigureAwait(false);
        }

        if (InputObject is { } item)
        {
            await TryAsync(() => WriteRowsAsync(DataImport.ReadAsync(Lake, new ObjectSource(item), options, progress, cancellationToken)),
                item).ConfigureAwait(false);
        }

        foreach (var uri in Uri.Concat(LiteralUri))
        {
            await TryAsync(() => WriteRowsAsync(DataImport.ReadAsync(
                Lake,
                new ObjectSource(uri, ParameterSetName == LiteralUriSet),
                options,
                progress,
                cancellationToken)), uri).ConfigureAwait(false);
        }
    }

    private async Task WriteRowsAsync(IAsyncEnumerable<DataBatch> batches)
    {
        var shapes = new BatchShape();
        await foreach (var batch in batches.ConfigureAwait(false))
            WriteObjects(Raw ? [[new LakeRowBatch(batch)]] : RowObjects.PartsOf(batch, shapes), batch.RowCount);
    }
}
