using Amazon.Runtime;
using Amazon.S3.Model;
using LakeTools.Core.Connection;
using LakeTools.Core.Objects;
using LakeTools.Rules.Names;
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
        await Buckets.CreateAsync(Connection, Bucket, CancellationToken.None);
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
            Local = new LocalEndpoint(_lake.Lake.Folder, _lake.Lake.AccountId, _lake.Lake.AdministratorArn, _lake.CredentialsOf(null),
                transport, transport),
        });
    }

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Bytes that no other size begins with.</summary>
    public static byte[] Content(int size)
    {
        var content = new byte[size];
        new Random(size).NextBytes(content);
        return content;
    }

    public Task PutAsync(string key, byte[] content) =>
        Connection.Clients.S3.PutObjectAsync(
            new PutObjectRequest { BucketName = Bucket, Key = key, InputStream = new MemoryStream(content) });

    public Task<LakeObject?> FindAsync(string key) => ObjectListing.GetAsync(Connection, new S3Uri(Bucket, key), CancellationToken.None);

    public async Task<byte[]> ReadAsync(string key)
    {
        using var response = await Connection.Clients.S3.GetObjectAsync(Bucket, key);
        var content = new MemoryStream();
        await response.ResponseStream.CopyToAsync(content);
        return content.ToArray();
    }

    /// <summary>The uploads that are neither complete nor taken back.</summary>
    public async Task<IReadOnlyList<Amazon.S3.Model.MultipartUpload>> UploadsAsync() =>
        (await Connection.Clients.S3.ListMultipartUploadsAsync(Bucket)).MultipartUploads ?? [];

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
