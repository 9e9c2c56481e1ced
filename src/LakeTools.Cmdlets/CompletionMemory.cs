namespace LakeTools.Cmdlets;

/// <summary>
/// A cache of the lists of lakes for completion, for one minute: a list that takes longer than the limit is read in the background, and
/// is available when Tab is pressed again. Commands that make changes clear the cache.
/// </summary>
internal static class CompletionMemory
{
    private const int MostLists = 50;

    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(1);
    private static readonly Dictionary<Key, CompletionReading> s_readings = [];
    private static readonly object s_gate = new();

    /// <summary>The list that is being read, or was read within the last minute; otherwise a new list, which starts to be read.</summary>
    /// <param name="key">The key of the request.</param>
    /// <param name="list">Reads the list from the lake.</param>
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

    /// <summary>Clears the cache, because something was changed.</summary>
    public static void Forget()
    {
        lock (s_gate) s_readings.Clear();
    }

    /// <summary>The key of a list.</summary>
    /// <param name="Completer">The completer.</param>
    /// <param name="Lake">The lake.</param>
    /// <param name="Line">The other parameters, and the relevant part of the word.</param>
    public sealed record Key(Type Completer, LakeConnection Lake, string Line);
}
