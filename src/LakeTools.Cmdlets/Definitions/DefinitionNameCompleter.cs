using System.Runtime.CompilerServices;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Publishing;

namespace LakeTools.Cmdlets.Definitions;

/// <summary>Completes the names of definitions that were published.</summary>
public sealed class DefinitionNameCompleter : LakeCompleter
{
    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        var path = line.Place("JournalPath");
        var service = new DefinitionService(lake, stop => JournalPlace.OpenAsync(lake, path, stop));
        await foreach (var version in service.HistoryAsync(null, token).ConfigureAwait(false))
            yield return new(version.Name, $"version {version.Version} and before");
    }
}
