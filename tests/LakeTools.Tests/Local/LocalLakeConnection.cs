using Amazon.Runtime;
using LakeTools.Core.Connection;

namespace LakeTools.Tests.Local;

/// <summary>Makes the connection to a test's lake that Connect-Lake would make.</summary>
internal static class LocalLakeConnection
{
    /// <summary>Connects as a principal; as the lake's administrator where none is named.</summary>
    public static LakeConnection Connect(this TestLake lake, string? principalArn = null)
    {
        var arn = principalArn ?? lake.Lake.AdministratorArn;
        return new LakeConnection(new LakeConnectionOptions
        {
            Region = lake.Lake.Region,
            Local = new LocalEndpoint(lake.Folder, lake.Lake.AccountId, arn, lake.CredentialsOf(arn), new Transport(lake)),
        });
    }

    private sealed class Transport(TestLake lake) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(lake.Lake.CreateHandler());

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }
}
