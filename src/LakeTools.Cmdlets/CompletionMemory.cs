namespace LakeTools.Cmdlets;

/// <summary>
/// What lakes listed for the Tab key, for a minute: a list that takes longer than a person waits is read on, and is there when the key is
/// pressed again. A command that changes things makes it forget.
/// </summary>
internal static class CompletionMemory
{
    private const int MostLists = 50;

    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(1);
    private static readonly Dictionary<Key, CompletionReading> s_readings = [];
    private static readonly object s_gate = new();

    /// <summary>The list that is being read, or was read within the last minute; else a new one, whose reading begins.</summary>
    /// <param name="key">What is asked.</param>
    /// <param name="list">Asks the lake.</param>
    public static CompletionReading Of(Key key, Func<CancellationToken, IAsyncEnumerable<Candidate>> list)
    {
        lock (s_gate)
        {
            foreach (var old in s_readings.Where(pair => pair.Value.Age > s_lifetime || pair.Value.HasFailed).ToList())
                s_readings.Remove(old.Key);
            if (s_readings.TryGetValue(key, out var known)) return known;
            if (s_readings.Count >= MostLists) s_readings.Remove(s_readings.MaxBy(pair => pair.Value.Age).Key);
            return s_readings[key] = new CompletionReading(list);
        }
    }

    /// <summary>Forgets all lists, since something was changed.</summary>
    public static void Forget()
    {
        lock (s_gate) s_readings.Clear();
    }

    /// <summary>What was asked.</summary>
    /// <param name="Completer">By which completer.</param>
    /// <param name="Lake">Of which lake.</param>
    /// <param name="Line">The other parameters, and the part of the word that counts.</param>
    public sealed record Key(Type Completer, LakeConnection Lake, string Line);
}
