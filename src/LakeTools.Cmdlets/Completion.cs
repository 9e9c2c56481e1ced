using System.Management.Automation;
using LakeTools.Cmdlets.Connection;

namespace LakeTools.Cmdlets;

/// <summary>Completion of names from the connected lake: within 300 ms, or nothing.</summary>
internal static class Completion
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(300);

    /// <summary>The names that begin as typed. Without a connection of Connect-Lake nothing is asked: completion must not go looking for credentials.</summary>
    public static IEnumerable<CompletionResult> FromLake(string? word, Func<LakeConnection, CancellationToken, IAsyncEnumerable<(string Name, string Tip)>> list)
    {
        if (DefaultConnection.Current is not { } lake) return [];
        var found = new List<CompletionResult>();
        var typed = (word ?? "").Trim('\'', '"');
        using var stop = new CancellationTokenSource(s_patience);
        var token = stop.Token;
        try
        {
            var work = Task.Run(async () =>
            {
                await foreach (var (name, tip) in list(lake, token).WithCancellation(token).ConfigureAwait(false))
                {
                    if (!name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)) continue;
                    lock (found) found.Add(Result(name, tip));
                }
            }, token);
            work.Wait(s_patience);
        }
        catch (AggregateException)
        {
            // Whatever went wrong, a person at the prompt wants no error from the Tab key.
        }

        lock (found) return [.. found];
    }

    /// <summary>The words of a fixed set that begin as typed.</summary>
    public static IEnumerable<CompletionResult> FromSet(string? word, IEnumerable<(string Name, string Tip)> set) =>
        set.Where(item => item.Name.StartsWith((word ?? "").Trim('\'', '"'), StringComparison.OrdinalIgnoreCase)).Select(item => Result(item.Name, item.Tip));

    private static CompletionResult Result(string name, string tip) =>
        new(name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '/' or '.' or ':') ? name : "'" + name.Replace("'", "''", StringComparison.Ordinal) + "'",
            name, CompletionResultType.ParameterValue, string.IsNullOrEmpty(tip) ? name : tip);
}
