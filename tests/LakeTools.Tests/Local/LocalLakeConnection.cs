using Amazon.Runtime;
using LakeTools.Core.Connection;

namespace LakeTools.Tests.Local;

/// <summary>Makes the connection to a test's lake that Connect-Lake would make.</summary>
internal static class LocalLakeConnection
{
    /// <summary>Connects as a principal; as the lake's administrator where none is named.</summary>
    /// <param name="lake">The lake.</param>
    /// <param name="principalArn">The principal.</param>
    /// <param name="before">Makes a handler that stands before the lake's own; then nothing is tried again by the client itself.</param>
    public static LakeConnection Connect(this TestLake lake, string? principalArn = null,
        Func<HttpMessageHandler, HttpMessageHandler>? before = null)
    {
        var arn = principalArn ?? lake.Lake.AdministratorArn;
        return new LakeConnection(new LakeConnectionOptions
        {
            Region = lake.Lake.Region,
            MaxRetry = before is null ? null : 0,
            Local = new LocalEndpoint(lake.Folder, lake.Lake.AccountId, arn, lake.CredentialsOf(arn), new Transport(lake, before)),
        });
    }

    private sealed class Transport(TestLake lake, Func<HttpMessageHandler, HttpMessageHandler>? before) : HttpClientFactory
    {
        private readonly HttpMessageHandler _handler = before?.Invoke(lake.Lake.CreateHandler()) ?? lake.Lake.CreateHandler();

        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(_handler, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }
}
