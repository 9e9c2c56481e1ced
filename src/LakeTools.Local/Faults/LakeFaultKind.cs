namespace LakeTools.Local.Faults;

/// <summary>The fault.</summary>
public enum LakeFaultKind
{
    /// <summary>The service asks to slow down, in its own words; the request has no effect.</summary>
    Throttle,

    /// <summary>The service says that it failed, with status 500; the request has no effect.</summary>
    ServerError,

    /// <summary>
    /// Somebody else is changing the same thing; the request has no effect. For operations whose AWS models list that error.
    /// </summary>
    ConcurrentModification,

    /// <summary>The connection ends before the request has had an effect.</summary>
    Reset,

    /// <summary>The request has its effect, and the connection ends before the answer comes.</summary>
    LostAnswer,

    /// <summary>The request has its effect, and the connection ends within the answer's body.</summary>
    CutAnswer,

    /// <summary>The answer comes late, and its body haltingly.</summary>
    Slow,
}
