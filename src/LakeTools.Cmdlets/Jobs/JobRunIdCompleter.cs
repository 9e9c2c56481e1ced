using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Runtime.CompilerServices;
using LakeTools.Core.Jobs;

namespace LakeTools.Cmdlets.Jobs;

/// <summary>Completes the runs of the job that was typed before, the latest first.</summary>
public sealed class JobRunIdCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        (fakeBoundParameters["JobName"] ?? fakeBoundParameters["Name"])?.ToString() is { Length: > 0 } job
            ? Completion.FromLake(wordToComplete, (lake, token) => RunsAsync(lake, job, token))
            : [];

    private static async IAsyncEnumerable<(string Name, string Tip)> RunsAsync(LakeConnection lake, string job, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var run in new JobService(lake).GetRunsAsync(job, token).ConfigureAwait(false))
            yield return (run.Id, $"{run.State}, {run.StartedOn?.ToString("g", CultureInfo.CurrentCulture)}");
    }
}
