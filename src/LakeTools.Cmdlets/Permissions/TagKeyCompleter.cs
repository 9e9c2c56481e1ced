using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Runtime.CompilerServices;
using LakeTools.Core.Permissions;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>Completes the keys of LF-tags from the connected lake.</summary>
public sealed class TagKeyCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) => Completion.FromLake(wordToComplete, KeysAsync);

    private static async IAsyncEnumerable<(string Name, string Tip)> KeysAsync(LakeConnection lake, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var tag in new TagService(lake).ListAsync(null, token).ConfigureAwait(false)) yield return (tag.Key, tag.ToString());
    }
}
