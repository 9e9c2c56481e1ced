using System.Management.Automation;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>The base of the commands that name a partition by its values.</summary>
public abstract class NamedPartitionCmdlet : PartitionCmdlet
{
    /// <summary>The values of the table's partition keys, in their order.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [PartitionValue]
    [ArgumentCompleter(typeof(PartitionValueCompleter))]
    public string[] Value { get; set; } = [];
}
