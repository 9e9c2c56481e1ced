using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using LakeTools.Cmdlets.Connection;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>Completes the names of secrets from the connected lake, within 300 ms or not at all.</summary>
public sealed class SecretNameCompleter : IArgumentCompleter
{
    private const int Limit = 50;
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(300);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var connection = fakeBoundParameters["Connection"] as LakeConnection ?? DefaultConnection.Current;
        if (connection is null) return [];
        using var patience = new CancellationTokenSource(s_patience);
        var prefix = (wordToComplete ?? "").Trim('\'', '"');
        try
        {
            var names = Task.Run(() => new SecretService(connection).NamesAsync(prefix, Limit, patience.Token), patience.Token);
            return names.Wait(s_patience)
                ? names.Result.Select(name => new CompletionResult(name, name, CompletionResultType.ParameterValue, name)).ToList()
                : [];
        }
        catch (Exception exception) when (exception is AggregateException or OperationCanceledException)
        {
            return []; // no completion is better than an error in the middle of a line
        }
    }
}
