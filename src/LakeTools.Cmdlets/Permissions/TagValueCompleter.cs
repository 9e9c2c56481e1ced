using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Runtime.CompilerServices;
using LakeTools.Core.Permissions;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>Completes the values of the LF-tag whose key was typed before.</summary>
public sealed class TagValueCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters) =>
        (fakeBoundParameters["TagKey"] ?? fakeBoundParameters["Key"])?.ToString() is { Length: > 0 } key
            ? Completion.FromLake(wordToComplete, (lake, token) => ValuesAsync(lake, key, token))
            : [];

    private static async IAsyncEnumerable<(string Name, string Tip)> ValuesAsync(LakeConnection lake, string key, [EnumeratorCancellation] CancellationToken token)
    {
        var tag = await new TagService(lake).GetAsync(key, null, token).ConfigureAwait(false);
        foreach (var value in tag.Value) yield return (value, $"{key} = {value}");
    }
}
