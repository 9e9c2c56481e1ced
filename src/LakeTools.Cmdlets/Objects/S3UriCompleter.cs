using System.Runtime.CompilerServices;
using LakeTools.Core.Objects;

namespace LakeTools.Cmdlets.Objects;

/// <summary>Completes addresses in S3: buckets, folders and objects.</summary>
public sealed class S3UriCompleter : LakeCompleter
{
    private protected override string Asked(CompletionLine line) => line.Word;

    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        foreach (var uri in await ObjectCompletion.CompleteAsync(lake, line.Word, token).ConfigureAwait(false)) yield return new(uri);
    }
}
