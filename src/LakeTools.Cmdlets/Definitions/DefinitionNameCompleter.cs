using System.Runtime.CompilerServices;
using LakeTools.Core.Definitions.Publishing;

namespace LakeTools.Cmdlets.Definitions;

/// <summary>Completes the names of definitions that were published.</summary>
public sealed class DefinitionNameCompleter : LakeCompleter
{
    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        var service = new DefinitionService(lake, DefinitionCmdlet.Journal(lake, line.Place("JournalPath")));
        await foreach (var version in service.HistoryAsync(null, token).ConfigureAwait(false))
            yield return new(version.Name, $"version {version.Version} and before");
    }
}
