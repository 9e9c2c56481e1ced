using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Runtime.CompilerServices;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>Completes the names of secrets from the connected lake; for Restore-LakeSecret, of those that are marked for deletion.</summary>
public sealed class SecretNameCompleter : IArgumentCompleter
{
    private const int Limit = 50;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var prefix = (wordToComplete ?? "").Trim('\'', '"');
        return Completion.FromLake(wordToComplete, (lake, token) => NamesAsync(lake, prefix, commandName == "Restore-LakeSecret", token));
    }

    private static async IAsyncEnumerable<(string Name, string Tip)> NamesAsync(
        LakeConnection lake, string prefix, bool deleted, [EnumeratorCancellation] CancellationToken token)
    {
        foreach (var name in await new SecretService(lake).NamesAsync(prefix, deleted, Limit, token).ConfigureAwait(false)) yield return (name, name);
    }
}
