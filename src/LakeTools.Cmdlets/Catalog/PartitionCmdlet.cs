using System.Management.Automation;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>The base of the commands on partitions, with the table.</summary>
public abstract class PartitionCmdlet : TablePartCmdlet
{
    /// <summary>Writes the results of several partitions.</summary>
    /// <param name="outcomes">The outcomes.</param>
    /// <param name="done">The action for a partition that succeeded.</param>
    /// <returns>The work.</returns>
    private protected async Task ShowAsync(IAsyncEnumerable<PartitionOutcome> outcomes, Action<GluePartition> done)
    {
        await foreach (var outcome in outcomes.WithCancellation(CancellationToken).ConfigureAwait(false))
        {
            if (outcome.Error is null) done(outcome.Partition);
            else WriteError(ErrorRecords.From(outcome.Error, MyInvocation.MyCommand.Name, outcome.Partition));
        }
    }
}
