using Amazon.Runtime;
using LakeTools.Local;
using LakeTools.Local.Identity;

namespace LakeTools.Tests.Local;

/// <summary>A lake in a folder of its own that is gone with the test.</summary>
internal sealed class TestLake : IDisposable
{
    public const string Account = "111122223333";
    public const string Analyst = $"arn:aws:iam::{Account}:role/Analyst";

    /// <summary>Opens a lake.</summary>
    /// <param name="clock">Its clock.</param>
    /// <param name="like">The folder of a closed lake that this one begins as; null for a new one.</param>
    public TestLake(TimeProvider? clock = null, string? like = null)
    {
        Folder = Directory.CreateTempSubdirectory("lake-").FullName;
        if (like is not null) Copy(like, Folder);
        Lake = LocalLake.Open(new LocalLakeOptions
        {
            Folder = Folder,
            AccountId = Account,
            Region = "eu-central-1",
            Query = (task, output, stop) => this.QueryAsync(task, output, stop),
        }, clock ?? TimeProvider.System);
    }

    public string Folder { get; }

    public LocalLake Lake { get; }

    /// <summary>The files that hold bytes of objects and parts, wherever they lie.</summary>
    public string[] ObjectFiles() => FilesOf(Folder);

    /// <summary>The same for the lake of a folder.</summary>
    public static string[] FilesOf(string folder)
    {
        var objects = Path.Combine(folder, "objects");
        if (!Directory.Exists(objects)) return []; // made for the first file
        return [.. Directory.EnumerateFiles(objects, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))];
    }

    /// <summary>Credentials of an SDK client for a principal; the lake's administrator where none is named.</summary>
    public AWSCredentials CredentialsOf(string? principalArn = null)
    {
        var keys = Lake.CredentialFor(principalArn ?? Lake.AdministratorArn);
        return new BasicAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey);
    }

    /// <summary>Sends a client's requests to this lake.</summary>
    public T Configure<T>(T config, HttpMessageHandler? handler = null)
        where T : ClientConfig
    {
        config.RegionEndpoint = Amazon.RegionEndpoint.EUCentral1;
        config.HttpClientFactory = new HandlerFactory(handler ?? Lake.CreateHandler());
        config.MaxErrorRetry = 0;
        return config;
    }

    public void Dispose()
    {
        Lake.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    // Without the locks, by which the other lake says that it lives: this one is no process of its.
    private static void Copy(string from, string to)
    {
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }

    private sealed class HandlerFactory(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }
}
