using System.Management.Automation;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>The base of the commands on partitions, with the table.</summary>
public abstract class PartitionCmdlet : TablePartCmdlet
{
    /// <summary>Writes the results of several partitions. The results of one call are one message to the pipeline.</summary>
    /// <param name="outcomes">The outcomes.</param>
    /// <param name="done">The action for a partition that succeeded.</param>
    /// <returns>The work.</returns>
    private protected async Task ShowAsync(IAsyncEnumerable<PartitionOutcome> outcomes, Action<GluePartition> done)
    {
        var ready = new List<PartitionOutcome>();
        var each = outcomes.GetAsyncEnumerator(CancellationToken);
        await using (each.ConfigureAwait(false))
        {
            while (true)
            {
                var next = each.MoveNextAsync();
                if (!next.IsCompletedSuccessfully || ready.Count == PartitionService.CreateBatch) Show(ready, done);
                if (!await next.ConfigureAwait(false)) break;
                ready.Add(each.Current);
            }
        }

        Show(ready, done);
    }

    private void Show(List<PartitionOutcome> ready, Action<GluePartition> done)
    {
        if (ready.Count == 0) return;
        List<PartitionOutcome> told = [.. ready];
        Tell(() =>
        {
            foreach (var outcome in told)
                if (outcome.Error is null) done(outcome.Partition);
                else WriteError(ErrorRecords.From(outcome.Error, MyInvocation.MyCommand.Name, outcome.Partition));
        });
        ready.Clear();
    }
}
