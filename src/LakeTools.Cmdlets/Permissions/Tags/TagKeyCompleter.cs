using System.Runtime.CompilerServices;
using LakeTools.Core.Permissions.Tags;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>Completes the keys of LF-Tags, with their values.</summary>
public sealed class TagKeyCompleter : LakeCompleter
{
    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var tag in new TagService(lake).ListAsync(null, token).ConfigureAwait(false))
            yield return new(tag.Key, tag.ToString());
    }
}
