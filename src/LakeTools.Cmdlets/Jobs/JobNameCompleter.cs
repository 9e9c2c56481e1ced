using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Runtime.CompilerServices;
using LakeTools.Core.Jobs;

namespace LakeTools.Cmdlets.Jobs;

/// <summary>Completes the names of jobs from the connected lake.</summary>
public sealed class JobNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completion.FromLake(wordToComplete, (lake, token) => NamesAsync(lake, token));

    private static async IAsyncEnumerable<(string Name, string Tip)> NamesAsync(LakeConnection lake, [EnumeratorCancellation] CancellationToken token)
    {
        foreach (var name in await new JobService(lake).NamesAsync(token).ConfigureAwait(false)) yield return (name, name);
    }
}
