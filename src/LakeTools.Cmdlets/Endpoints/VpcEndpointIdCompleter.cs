using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Runtime.CompilerServices;
using LakeTools.Core.Endpoints;

namespace LakeTools.Cmdlets.Endpoints;

/// <summary>Completes the ids of VPC endpoints from the connected lake, with service and VPC as tooltips.</summary>
public sealed class VpcEndpointIdCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completion.FromLake(wordToComplete, IdsAsync);

    private static async IAsyncEnumerable<(string Name, string Tip)> IdsAsync(LakeConnection lake, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var endpoint in new VpcEndpointService(lake).FindAsync("*", null, null, token).ConfigureAwait(false))
            yield return (endpoint.Id, $"{endpoint.Service} in {endpoint.VpcId}");
    }
}
