using System.Management.Automation;
using System.Runtime.CompilerServices;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>Completes tables' names of the database that was typed before, with their columns.</summary>
public sealed class TableNameCompleter : LakeCompleter
{
    private protected override string Asked(CompletionLine line) => line.Word;

    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        if (line.Name("DatabaseName") is not { } database) yield break;
        var narrow = line.Word.Length == 0 ? null : WildcardPattern.Escape(line.Word.ToLowerInvariant()) + "*";
        await foreach (var table in new TableService(lake).ListAsync(database, narrow, null, token).ConfigureAwait(false))
            yield return new(table.Name, string.Join(", ", table.Column));
    }
}
