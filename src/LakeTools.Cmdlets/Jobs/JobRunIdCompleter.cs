using System.Runtime.CompilerServices;
using LakeTools.Core.Jobs;

namespace LakeTools.Cmdlets.Jobs;

/// <summary>Completes the runs of the job that was typed before, the latest first, with how they went.</summary>
public sealed class JobRunIdCompleter : LakeCompleter
{
    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        if (line.Name("JobName", "Name") is not { } job) yield break;
        await foreach (var run in new JobService(lake).GetRunsAsync(job, token).ConfigureAwait(false))
            yield return new(run.Id, $"{run.State}, {LakeText.Time(run.StartedOn)}, {LakeText.Duration(run.Duration)}");
    }
}
