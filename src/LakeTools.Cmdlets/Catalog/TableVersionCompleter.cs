using System.Runtime.CompilerServices;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>Completes the versions of the table that was typed before, the newest first.</summary>
public sealed class TableVersionCompleter : LakeCompleter
{
    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        if (line.Name("DatabaseName") is not { } database || line.Name("Name") is not { } table) yield break;
        await foreach (var version in new TableEditor(lake).VersionsAsync(database, table, null, token).ConfigureAwait(false))
            yield return new(version.VersionId, $"{LakeText.Time(version.UpdateTime)}: {string.Join(", ", version.Column)}");
    }
}
