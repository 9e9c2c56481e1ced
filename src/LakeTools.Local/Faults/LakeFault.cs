namespace LakeTools.Local.Faults;

/// <summary>Something that goes wrong with some of the requests to an embedded lake.</summary>
public sealed record LakeFault
{
    /// <summary>The fault.</summary>
    public required LakeFaultKind Kind { get; init; }

    /// <summary>The service's signing name, such as <c>glue</c>, with * and ?; case does not count.</summary>
    public string Service { get; init; } = "*";

    /// <summary>The operation's name in AWS's API, such as <c>GetTable</c>, with * and ?; case does not count.</summary>
    public string Operation { get; init; } = "*";

    /// <summary>The share of matching requests that it strikes, from 0 to 1.</summary>
    public double Rate { get; init; } = 1;

    /// <summary>The number of matching requests before the first that can fail.</summary>
    public int Skip { get; init; }

    /// <summary>The maximum number of requests that fail. Null for no limit.</summary>
    public int? Count { get; init; }

    /// <summary>The seed of <see cref="Rate"/>: the same seed affects the same requests of the same sequence.</summary>
    public int Seed { get; init; }

    /// <summary>The delay of the answer if the kind is <see cref="LakeFaultKind.Slow"/>.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);
}
