using System.Management.Automation.Language;
using System.Runtime.CompilerServices;
using LakeTools.Core.Permissions.Tags;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>Completes tables of LF-Tags, one value at a time: <c>@{ domain = 'sales' }</c>.</summary>
public sealed class TagTableCompleter : LakeCompleter
{
    private static string Quote(string text) => "'" + CodeGeneration.EscapeSingleQuotedStringContent(text) + "'";

    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var tag in new TagService(lake).ListAsync(null, token).ConfigureAwait(false))
        {
            foreach (var value in tag.Value)
            {
                var table = $"@{{ {Quote(tag.Key)} = {Quote(value)} }}";
                yield return new(table, $"{tag.Key} = {value}", table);
            }
        }
    }
}
