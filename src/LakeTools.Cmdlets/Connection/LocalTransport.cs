using Amazon.Runtime;
using LakeTools.Local;

namespace LakeTools.Cmdlets.Connection;

/// <summary>Hands the SDK's requests to the embedded lake in this process.</summary>
internal sealed class LocalTransport(LocalLake lake) : HttpClientFactory
{
    private readonly HttpMessageHandler _handler = lake.CreateHandler();

    /// <inheritdoc/>
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(_handler, disposeHandler: false);

    /// <inheritdoc/>
    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    /// <inheritdoc/>
    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
}
