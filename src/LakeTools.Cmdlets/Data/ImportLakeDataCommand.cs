using System.Management.Automation;
using LakeTools.Cmdlets.Objects;
using LakeTools.Core.Data;

namespace LakeTools.Cmdlets.Data;

/// <summary>
/// <para type="synopsis">Reads rows as objects, from files in S3 or of a table.</para>
/// </summary>
[Cmdlet(VerbsData.Import, "LakeData", DefaultParameterSetName = TableSet)]
[OutputType(typeof(PSObject))]
public sealed class ImportLakeDataCommand : LakeCmdlet
{
    private const string TableSet = "Table";
    private const string UriSet = "Uri";
    private const int LargestBatch = 512;

    /// <summary>An object, a folder, or an address with wildcards.</summary>
    [Parameter(ParameterSetName = UriSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string[] Uri { get; set; } = [];

    /// <summary>The form of the files. Default: by their names.</summary>
    [Parameter(ParameterSetName = UriSet)]
    [ArgumentCompleter(typeof(DataFormatCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Format { get; set; }

    /// <summary>What parts the fields. Default: a comma, or a tab for the form Tsv.</summary>
    [Parameter(ParameterSetName = UriSet)]
    public char? Delimiter { get; set; }

    /// <summary>The first line of each file is a row.</summary>
    [Parameter(ParameterSetName = UriSet)]
    public SwitchParameter NoHeader { get; set; }

    /// <summary>Columns to take, or with -NoHeader the names of the columns; each perhaps with a type: temp_max:double.</summary>
    [Parameter(ParameterSetName = UriSet)]
    [ValidateNotNullOrEmpty]
    public string[] Column { get; set; } = [];

    /// <summary>The table's database.</summary>
    [Parameter(ParameterSetName = TableSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Database")]
    [ValidateNotNullOrEmpty]
    public string DatabaseName { get; set; } = "";

    /// <summary>The table.</summary>
    [Parameter(ParameterSetName = TableSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name", "Table")]
    [ValidateNotNullOrEmpty]
    public string TableName { get; set; } = "";

    /// <summary>Columns to take; wildcards are taken. Default: all that you may see.</summary>
    [Parameter(ParameterSetName = TableSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] ColumnName { get; set; } = [];

    /// <summary>Which partitions to read, as Glue's expressions are: year = '2026'. Default: all.</summary>
    [Parameter(ParameterSetName = TableSet)]
    [ValidateNotNullOrEmpty]
    public string? PartitionFilter { get; set; }

    /// <summary>The table's catalog. Default: the connection's, or the caller's account.</summary>
    [Parameter(ParameterSetName = TableSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? CatalogId { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        using var progress = Progress();
        var options = new DataImportOptions
        {
            Format = Format,
            Delimiter = Delimiter,
            NoHeader = NoHeader,
            Columns = ParameterSetName == TableSet ? ColumnName : Column,
            PartitionFilter = PartitionFilter,
            OnBadRow = WriteFailure,
        };
        if (ParameterSetName == TableSet)
        {
            var table = new TableAddress(DatabaseName, TableName, CatalogId);
            await TryAsync(() => WriteRowsAsync(DataImport.ReadTableAsync(Lake, table, options, progress, cancellationToken)),
                table.ToString()).ConfigureAwait(false);
        }

        foreach (var uri in Uri)
            await TryAsync(() => WriteRowsAsync(DataImport.ReadAsync(Lake, uri, options, progress, cancellationToken)),
                uri).ConfigureAwait(false);
    }

    // Each handing over to the pipeline's thread costs more than a row; the first rows come singly, so that nobody waits for a batch.
    private async Task WriteRowsAsync(IAsyncEnumerable<DataRow> rows)
    {
        var batch = new List<PSObject>(LargestBatch);
        var size = 1;
        try
        {
            await foreach (var row in rows.ConfigureAwait(false))
            {
                batch.Add(RowObjects.From(row));
                if (batch.Count < size) continue;
                WriteBatch(batch);
                size = Math.Min(size * 2, LargestBatch);
            }
        }
        finally
        {
            if (!Stopping) WriteBatch(batch); // what was read before an error
        }
    }

    private void WriteBatch(List<PSObject> batch)
    {
        if (batch.Count > 0) WriteObject(batch.ToArray(), enumerateCollection: true);
        batch.Clear();
    }
}
