using Amazon.Runtime;

namespace LakeTools.Core.Calls;

/// <summary>The transport to an embedded lake in this process.</summary>
public abstract class EmbeddedTransport : HttpClientFactory
{
    /// <summary>
    /// The number of requests that injected faults affected; null if the transport has no faults. A transport with faults is for tests,
    /// so retries on it have no delay.
    /// </summary>
    public abstract int? FaultCount { get; }
}
