using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using LakeTools.Cmdlets.Connection;
using LakeTools.Core.Objects;

namespace LakeTools.Cmdlets.Objects;

/// <summary>Completes addresses in S3: buckets, folders and objects of the connected lake, or nothing where that takes too long.</summary>
public sealed class S3UriCompleter : IArgumentCompleter
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(300);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var connection = fakeBoundParameters?["Connection"] as LakeConnection ?? DefaultConnection.Current;
        if (connection is null) return [];
        using var stop = new CancellationTokenSource(s_patience);
        try
        {
            var work = Task.Run(() => ObjectCompletion.CompleteAsync(connection, (wordToComplete ?? "").Trim('\'', '"'), stop.Token), stop.Token);
            return work.Wait(s_patience) ? work.Result.Select(Result).ToList() : [];
        }
        catch (Exception error) when (error is AggregateException or OperationCanceledException)
        {
            return []; // a completion is never an error
        }
    }

    private static CompletionResult Result(string uri)
    {
        var quoted = uri.AsSpan().IndexOfAny(" '`$&();,{}@#[]") < 0 ? uri : "'" + uri.Replace("'", "''", StringComparison.Ordinal) + "'";
        return new CompletionResult(quoted, uri, CompletionResultType.ParameterValue, uri);
    }
}
