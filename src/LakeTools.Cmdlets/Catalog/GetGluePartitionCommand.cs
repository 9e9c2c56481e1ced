using System.Management.Automation;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>
/// <para type="synopsis">Gets partitions of a table in the Data Catalog.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "GluePartition", DefaultParameterSetName = FilterSet)]
[Alias("Get-LakeGluePartition")]
[OutputType(typeof(GluePartition))]
public sealed class GetGluePartitionCommand : PartitionCmdlet
{
    private const string FilterSet = "Filter";
    private const string ValueSet = "Value";

    /// <summary>The values of the table's partition keys, in their order: the one partition that has them.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = ValueSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [PartitionValue]
    [ArgumentCompleter(typeof(PartitionValueCompleter))]
    public string[] Value { get; set; } = [];

    /// <summary>An expression on the partition keys, such as <c>year = '2026' and month &gt; '06'</c>.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [NotEmptyIfTyped]
    public string? Filter { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var service = new PartitionService(Lake);
        if (ParameterSetName == ValueSet)
            WriteObject(await service.GetAsync(DatabaseName, TableName, Value, CatalogId, cancellationToken).ConfigureAwait(false));
        else await WriteAllAsync(service.ListAsync(DatabaseName, TableName, Filter, CatalogId, cancellationToken)).ConfigureAwait(false);
    }
}
