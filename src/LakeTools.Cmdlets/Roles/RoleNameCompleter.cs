using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Runtime.CompilerServices;
using LakeTools.Core.Roles;

namespace LakeTools.Cmdlets.Roles;

/// <summary>Completes the names of roles from the connected lake.</summary>
public sealed class RoleNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completion.FromLake(wordToComplete, NamesAsync);

    private static async IAsyncEnumerable<(string Name, string Tip)> NamesAsync(LakeConnection lake, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var name in new RoleService(lake).NamesAsync(token).ConfigureAwait(false)) yield return (name, name);
    }
}
