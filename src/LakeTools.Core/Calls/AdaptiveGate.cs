namespace LakeTools.Core.Calls;

/// <summary>
/// The number of concurrent calls. It starts small, grows by one after each round of successful calls, and halves
/// when the service throttles. Calls that had started before it halved do not halve it again: one burst of throttled calls
/// counts once. Not thread-safe: its owner locks.
/// </summary>
/// <param name="start">The initial limit.</param>
/// <param name="most">The maximum limit.</param>
internal sealed class AdaptiveGate(int start, int most)
{
    private int _goneWell;

    /// <summary>The current limit.</summary>
    public int Limit { get; private set; } = start;

    /// <summary>The number of running calls.</summary>
    public int Running { get; private set; }

    /// <summary>Incremented when the limit is halved. Throttling of a call counts only in the epoch in which the call started.</summary>
    public int Epoch { get; private set; }

    /// <summary>True if another call can start.</summary>
    public bool HasRoom => Running < Limit;

    /// <summary>Records the start of a call.</summary>
    public void Enter() => Running++;

    /// <summary>Records the end of a call.</summary>
    public void Leave() => Running--;

    /// <summary>Records that a call succeeded.</summary>
    public void Ease()
    {
        if (++_goneWell < Limit) return;
        _goneWell = 0;
        Limit = Math.Min(Limit + 1, most);
    }

    /// <summary>Records that the service throttled a call.</summary>
    /// <param name="epoch">The epoch in which the call started.</param>
    public void Strain(int epoch)
    {
        _goneWell = 0;
        if (epoch != Epoch) return;
        Epoch++;
        Limit = Math.Max(1, Limit / 2);
    }
}
