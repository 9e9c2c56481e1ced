using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>Completes databases' names from the connected lake.</summary>
public sealed class DatabaseNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completion.FromLake(wordToComplete, (lake, token) => NamesAsync(lake, token));

    private static async IAsyncEnumerable<(string Name, string Tip)> NamesAsync(LakeConnection lake,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var database in new DatabaseService(lake).ListAsync(null, token).ConfigureAwait(false))
            yield return (database.Name, database.Description ?? database.Name);
    }
}
