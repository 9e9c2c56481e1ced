namespace LakeTools.Core.Calls;

/// <summary>
/// How many calls may run side by side. It starts small, grows by one after each round of calls that went well, and halves
/// when the service asks to slow down. Calls that were on their way when it halved do not halve it again: one burst of
/// refusals is one sign, however many calls it hit. Not safe for threads: its owner locks.
/// </summary>
/// <param name="start">The bound at first.</param>
/// <param name="most">The bound that it never passes.</param>
internal sealed class AdaptiveGate(int start, int most)
{
    private int _goneWell;

    /// <summary>The bound.</summary>
    public int Limit { get; private set; } = start;

    /// <summary>How many calls run.</summary>
    public int Running { get; private set; }

    /// <summary>Grows when the bound is halved. A call's sign of strain counts while it is the one that the call began with.</summary>
    public int Epoch { get; private set; }

    /// <summary>True where one more call may begin.</summary>
    public bool HasRoom => Running < Limit;

    /// <summary>A call begins.</summary>
    public void Enter() => Running++;

    /// <summary>A call ends.</summary>
    public void Leave() => Running--;

    /// <summary>A call went well.</summary>
    public void Ease()
    {
        if (++_goneWell < Limit) return;
        _goneWell = 0;
        Limit = Math.Min(Limit + 1, most);
    }

    /// <summary>The service asked to slow down.</summary>
    /// <param name="epoch">The epoch in which the call began.</param>
    public void Strain(int epoch)
    {
        _goneWell = 0;
        if (epoch != Epoch) return;
        Epoch++;
        Limit = Math.Max(1, Limit / 2);
    }
}
