using Amazon.Runtime;
using LakeTools.Core.Connection;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Objects;

/// <summary>An embedded lake with a bucket, a folder beside it, and a connection as the cmdlets have one.</summary>
internal sealed class ObjectLake : IDisposable
{
    public const string Bucket = "weather-data";

    private readonly TestLake _lake = new();

    public ObjectLake()
    {
        Folder = Directory.CreateTempSubdirectory("laketools-").FullName;
        Connection = Connect(null);
    }

    public LakeConnection Connection { get; }

    public string Folder { get; }

    public async Task<ObjectLake> WithBucketAsync()
    {
        await Core.Objects.Buckets.CreateAsync(Connection, Bucket, CancellationToken.None);
        return this;
    }

    /// <summary>Connects with a handler that stands before the lake's own.</summary>
    public LakeConnection Connect(Func<HttpMessageHandler, HttpMessageHandler>? before)
    {
        var handler = _lake.Lake.CreateHandler();
        var transport = new Transport(before?.Invoke(handler) ?? handler);
        return new LakeConnection(new LakeConnectionOptions
        {
            Region = _lake.Lake.Region,
            MaxRetry = 2,
            Local = new LocalEndpoint(_lake.Lake.Folder, _lake.Lake.AccountId, _lake.Lake.AdministratorArn, _lake.CredentialsOf(null), transport),
        });
    }

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose()
    {
        _lake.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private sealed class Transport(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
    }
}
