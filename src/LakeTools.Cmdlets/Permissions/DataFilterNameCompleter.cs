using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using LakeTools.Core.Permissions;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>Completes the data cells filters of the table that was typed before.</summary>
public sealed class DataFilterNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        fakeBoundParameters["DatabaseName"]?.ToString() is { Length: > 0 } database && fakeBoundParameters["TableName"]?.ToString() is { Length: > 0 } table
            ? Completion.FromLake(wordToComplete, (lake, token) => NamesAsync(lake, database, table, token))
            : [];

    private static async IAsyncEnumerable<(string Name, string Tip)> NamesAsync(LakeConnection lake, string database, string table,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var filter in new DataFilterService(lake).ListAsync(database, table, null, token).ConfigureAwait(false))
            yield return (filter.Name, filter.RowFilter ?? "all rows");
    }
}
