using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>Completes tables' names of the database that was typed before.</summary>
public sealed class TableNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        fakeBoundParameters["DatabaseName"]?.ToString() is { Length: > 0 } database && !Names.IsPattern(database)
            ? Completion.FromLake(wordToComplete, (lake, token) => NamesAsync(lake, database, token))
            : [];

    private static async IAsyncEnumerable<(string Name, string Tip)> NamesAsync(LakeConnection lake, string database,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var table in new TableService(lake).ListAsync(database, null, null, token).ConfigureAwait(false))
            yield return (table.Name, string.Join(", ", table.Column));
    }
}
