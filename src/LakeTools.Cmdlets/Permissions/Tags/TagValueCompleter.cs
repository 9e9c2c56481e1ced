using System.Runtime.CompilerServices;
using LakeTools.Core.Permissions.Tags;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>Completes the values of the LF-Tag whose key was typed before.</summary>
public sealed class TagValueCompleter : LakeCompleter
{
    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        if (line.Name("TagKey", "Key") is not { } key) yield break;
        var tag = await new TagService(lake).GetAsync(key, null, token).ConfigureAwait(false);
        foreach (var value in tag.Value) yield return new(value, $"{key} = {value}");
    }
}
