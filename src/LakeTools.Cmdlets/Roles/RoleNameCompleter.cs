using System.Runtime.CompilerServices;
using LakeTools.Core.Roles;

namespace LakeTools.Cmdlets.Roles;

/// <summary>Completes the names of roles.</summary>
public sealed class RoleNameCompleter : LakeCompleter
{
    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var arn in new RoleService(lake).ArnsAsync(token).ConfigureAwait(false))
            yield return new(arn[(arn.LastIndexOf('/') + 1)..], arn);
    }
}
