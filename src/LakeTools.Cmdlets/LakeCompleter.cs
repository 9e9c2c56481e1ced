using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace LakeTools.Cmdlets;

/// <summary>The base class of completers: fixed values, and names of the connected lake.</summary>
public abstract class LakeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var line = new CompletionLine(commandName, parameterName, wordToComplete, fakeBoundParameters, commandAst);
        try
        {
            if (Lake(line) is not { } lake) return Completion.Matching(line, Fixed(line));
            var key = new CompletionMemory.Key(GetType(), lake, $"{line.Others}\n{Asked(line)}");
            var (listed, isAll) = Completion.InTime(key, token => ListAsync(lake, line, token));
            var found = Completion.Matching(line, [.. Fixed(line), .. listed]);
            return isAll || listed.Count == 0 ? found : [.. found, Completion.More(wordToComplete, listed.Count)];
        }
        catch (Exception exception) when (ErrorRecords.IsOurs(exception)
            || exception is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return [];
        }
    }

    /// <summary>Values that do not require a lake.</summary>
    private protected virtual IEnumerable<Candidate> Fixed(CompletionLine line) => [];

    /// <summary>The lake to read from; null for none.</summary>
    private protected virtual LakeConnection? Lake(CompletionLine line) => line.Lake;

    /// <summary>The part of the word that the list depends on; none if all names are read.</summary>
    private protected virtual string Asked(CompletionLine line) => "";

    /// <summary>Names from the lake. Names that do not begin with the word are removed later.</summary>
    private protected virtual async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield break;
    }
}
