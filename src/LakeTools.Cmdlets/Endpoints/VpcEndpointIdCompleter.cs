using System.Runtime.CompilerServices;
using LakeTools.Core.Endpoints;

namespace LakeTools.Cmdlets.Endpoints;

/// <summary>Completes the ids of VPC endpoints, with service and VPC.</summary>
public sealed class VpcEndpointIdCompleter : LakeCompleter
{
    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var endpoint in new VpcEndpointService(lake).FindAsync("*", null, null, token).ConfigureAwait(false))
            yield return new(endpoint.Id, $"{endpoint.Service} in {endpoint.VpcId}");
    }
}
