using System.Runtime.CompilerServices;
using LakeTools.Core.Permissions.Tags;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>Completes the names of saved expressions, with what they say.</summary>
public sealed class TagExpressionNameCompleter : LakeCompleter
{
    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var expression in new TagExpressionService(lake).ListAsync(null, token).ConfigureAwait(false))
            yield return new(expression.Name, expression.Expression.ToString());
    }
}
