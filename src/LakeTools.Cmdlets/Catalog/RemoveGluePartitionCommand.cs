using System.Management.Automation;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>
/// <para type="synopsis">Removes partitions of a table from the Data Catalog; files stay where they are.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "GluePartition", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Alias("Remove-LakeGluePartition")]
public sealed class RemoveGluePartitionCommand : NamedPartitionCmdlet, IForceable
{
    private readonly PartitionBatch<IReadOnlyList<string>> _batch = new(PartitionService.DeleteBatch);

    /// <summary>Removes without a prompt.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override bool TryProcessRecord()
    {
        var table = (DatabaseService.CheckName(DatabaseName), TableService.CheckName(TableName), CatalogId);
        if (!ShouldProcess($"partition ({string.Join(", ", Value)}) of table {table.Item1}.{table.Item2}", "Remove")) return true;
        return _batch.TryAdd(table, Value);
    }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken) => _batch.SendAsync(SendAsync);

    /// <inheritdoc/>
    protected override Task EndProcessingAsync(CancellationToken cancellationToken) => _batch.FlushAsync(SendAsync);

    private Task SendAsync((string Database, string Table, string? Catalog) table, List<IReadOnlyList<string>> partitions) => TryAsync(
        () => ShowAsync(
            new PartitionService(Lake).RemoveAsync(table.Database, table.Table, partitions, table.Catalog, CancellationToken),
            partition => WriteVerbose($"Removed {partition}.")),
        $"{table.Database}.{table.Table}");
}
