using System.Collections;
using System.Management.Automation;
using LakeTools.Cmdlets.Objects;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>
/// <para type="synopsis">Changes the location or the parameters of a partition in the Data Catalog.</para>
/// </summary>
[Cmdlet(VerbsCommon.Set, "GluePartition", SupportsShouldProcess = true)]
[Alias("Set-LakeGluePartition")]
[OutputType(typeof(GluePartition))]
public sealed class SetGluePartitionCommand : NamedPartitionCmdlet
{
    /// <summary>The location of its files: an S3 URI.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string? Location { get; set; }

    /// <summary>Parameters to set. $null removes one. Others are kept.</summary>
    [Parameter]
    public Hashtable? Parameter { get; set; }

    /// <summary>Returns the changed partition.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var (database, table) = (DatabaseService.CheckName(DatabaseName), TableService.CheckName(TableName));
        var location = Location is null ? null : DatabaseService.CheckLocation(Location);
        var parameters = StringMap.Changes(Parameter);
        if (!ShouldProcess($"partition ({string.Join(", ", Value)}) of table {database}.{table}", "Change")) return;
        var partition = await new PartitionService(Lake)
            .ChangeAsync(database, table, Value, location, parameters, CatalogId, cancellationToken)
                .ConfigureAwait(false);
        if (PassThru) WriteObject(await partition.ReadAsync(cancellationToken).ConfigureAwait(false));
    }
}
