using System.Globalization;
using System.Runtime.CompilerServices;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Publishing;

namespace LakeTools.Cmdlets.Definitions;

/// <summary>Completes the versions of the definition that was typed before.</summary>
public sealed class DefinitionVersionCompleter : LakeCompleter
{
    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        if (line.Text("Name") is not { } name) yield break;
        var path = line.Place("JournalPath");
        var service = new DefinitionService(lake, stop => JournalPlace.OpenAsync(lake, path, stop));
        await foreach (var version in service.HistoryAsync(name, token).ConfigureAwait(false))
        {
            yield return new(version.Version.ToString(CultureInfo.InvariantCulture),
                $"{LakeText.Time(version.PublishedAt)}, {version.ChangeCount} changes, {version.Status}");
        }
    }
}
