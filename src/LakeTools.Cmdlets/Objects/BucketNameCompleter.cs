using System.Runtime.CompilerServices;
using LakeTools.Core.Objects;

namespace LakeTools.Cmdlets.Objects;

/// <summary>Completes the names of buckets.</summary>
public sealed class BucketNameCompleter : LakeCompleter
{
    private protected override string Asked(CompletionLine line) => line.Word;

    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        const string Scheme = "s3://";
        foreach (var uri in await ObjectCompletion.CompleteAsync(lake, Scheme + line.Word, token).ConfigureAwait(false))
            yield return new(uri[Scheme.Length..].TrimEnd('/'));
    }
}
