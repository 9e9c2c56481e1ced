using System.Management.Automation;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>
/// <para type="synopsis">Adds and removes partitions of a table so that they match what is in S3.</para>
/// </summary>
[Cmdlet(VerbsData.Sync, "GluePartition", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[Alias("Sync-LakeGluePartition")]
[OutputType(typeof(GluePartitionChange))]
public sealed class SyncGluePartitionCommand : PartitionCmdlet
{
    /// <summary>Removes nothing: partitions whose location is empty stay.</summary>
    [Parameter]
    public SwitchParameter AddOnly { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var sync = new PartitionSync(Lake);
        using var progress = Progress();
        var found = await sync.CompareAsync(DatabaseName, TableName, CatalogId, AddOnly, WriteWarning, progress, cancellationToken)
            .ConfigureAwait(false);
        var wanted = Ask(() => found.Where(Confirmed).ToList());
        var byValue = wanted.ToDictionary(change => string.Join('\0', change.Value));
        await ShowAsync(sync.ApplyAsync(wanted, CatalogId, progress, cancellationToken), partition =>
            WriteObject(byValue[string.Join('\0', partition.Value)])).ConfigureAwait(false);
    }

    private bool Confirmed(GluePartitionChange change) => ShouldProcess(
        $"partition ({string.Join(", ", change.Value)}) of table {change.DatabaseName}.{change.TableName}, {change.Location}",
        change.Action == nameof(PartitionAction.Added) ? "Add" : "Remove");
}
