using Amazon.Runtime;

namespace LakeTools.Core.Calls;

/// <summary>The way to an embedded lake in this process.</summary>
public abstract class EmbeddedTransport : HttpClientFactory
{
    /// <summary>
    /// How many requests were struck on it by faults that were asked for; null where none were. A way with faults is there
    /// to try things out on, so that whatever is tried again on it is tried again at once.
    /// </summary>
    public abstract int? FaultCount { get; }
}
