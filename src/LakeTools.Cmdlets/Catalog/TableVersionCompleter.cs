using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Runtime.CompilerServices;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>Completes the versions of the table that was typed before, the newest first.</summary>
public sealed class TableVersionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        fakeBoundParameters["DatabaseName"]?.ToString() is { Length: > 0 } database
            && (fakeBoundParameters["TableName"] ?? fakeBoundParameters["Name"])?.ToString() is { Length: > 0 } table
            ? Completion.FromLake(wordToComplete, (lake, token) => VersionsAsync(lake, database, table, token))
            : [];

    private static async IAsyncEnumerable<(string Name, string Tip)> VersionsAsync(LakeConnection lake, string database, string table,
        [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var version in new TableEditor(lake).VersionsAsync(database, table, null, token).ConfigureAwait(false))
            yield return (version.VersionId, $"{version.UpdateTime?.ToString("g", CultureInfo.CurrentCulture)}: {string.Join(", ", version.Column)}");
    }
}
