using Amazon.Runtime;
using LakeTools.Core.Calls;
using LakeTools.Local;
using LakeTools.Local.Faults;

namespace LakeTools.Cmdlets.Connection;

/// <summary>Hands the SDK's requests to the embedded lake in this process.</summary>
internal sealed class LocalTransport(LocalLake lake, LakeFaults? faults, bool isIntegrated) : EmbeddedTransport
{
    private readonly HttpMessageHandler _handler = lake.CreateHandler(faults, isIntegrated);

    /// <inheritdoc/>
    public override int? FaultCount => faults?.Count;

    /// <summary>Whether the lake can be read only.</summary>
    public bool IsReadOnly => lake.IsReadOnly;

    /// <inheritdoc/>
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(_handler, disposeHandler: false);

    /// <inheritdoc/>
    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    /// <inheritdoc/>
    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
}
