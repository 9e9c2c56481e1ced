using System.Collections;
using System.Management.Automation;
using LakeTools.Cmdlets.Objects;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>
/// <para type="synopsis">Creates partitions of a table in the Data Catalog.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "GluePartition", SupportsShouldProcess = true)]
[Alias("New-LakeGluePartition")]
[OutputType(typeof(GluePartition))]
public sealed class NewGluePartitionCommand : NamedPartitionCmdlet, IInputTaker
{
    private readonly PartitionBatch<NewPartition> _batch = new(PartitionService.CreateBatch);

    /// <summary>The location of its files: an S3 URI. Default: the folder key=value/ below the table.</summary>
    [Parameter]
    [NotEmptyIfTyped]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string? Location { get; set; }

    /// <summary>Parameters (key-value pairs).</summary>
    [Parameter]
    public Hashtable? Parameter { get; set; }

    /// <summary>An object of Get-GluePartition, or one with properties named as parameters. Sets those that are not typed.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override bool TryProcessRecord()
    {
        var table = (DatabaseService.CheckName(DatabaseName), TableService.CheckName(TableName), CatalogId);
        var location = string.IsNullOrEmpty(Location) ? null : DatabaseService.CheckLocation(Location);
        var parameters = StringMap.Of(Parameter);
        if (!ShouldProcess($"partition ({string.Join(", ", Value)}) of table {table.Item1}.{table.Item2}", "Create")) return true;
        return _batch.TryAdd(table, new NewPartition(Value, location, parameters));
    }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken) => _batch.SendAsync(SendAsync);

    /// <inheritdoc/>
    protected override Task EndProcessingAsync(CancellationToken cancellationToken) => _batch.FlushAsync(SendAsync);

    private Task SendAsync((string Database, string Table, string? Catalog) table, List<NewPartition> partitions) => TryAsync(
        () => ShowAsync(new PartitionService(Lake)
            .CreateAsync(table.Database, table.Table, partitions, table.Catalog, CancellationToken), WriteObject),
        $"{table.Database}.{table.Table}");
}
