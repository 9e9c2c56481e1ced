using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Runtime.CompilerServices;
using LakeTools.Core.Permissions;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>Completes the names of saved expressions from the connected lake.</summary>
public sealed class TagExpressionNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) => Completion.FromLake(wordToComplete, NamesAsync);

    private static async IAsyncEnumerable<(string Name, string Tip)> NamesAsync(LakeConnection lake, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var expression in new TagExpressionService(lake).ListAsync(null, token).ConfigureAwait(false))
            yield return (expression.Name, expression.Expression.ToString() ?? expression.Name);
    }
}
