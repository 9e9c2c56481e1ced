using Amazon.S3;

namespace LakeTools.Tests.Local.S3;

/// <summary>A lake with one bucket, and the official client for it.</summary>
public abstract class S3Fixture : IAsyncLifetime
{
    protected const string Bucket = "weather-data";

    internal TestLake Lake { get; } = new();

    protected AmazonS3Client S3 { get; private set; } = null!;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        S3 = Client();
        await S3.PutBucketAsync(Bucket, Ct);
    }

    public ValueTask DisposeAsync()
    {
        S3.Dispose();
        Lake.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>True to go through the loopback server and not through the handler in the process.</summary>
    protected virtual bool ThroughServer => false;

    protected AmazonS3Client Client(string? principal = null, Action<AmazonS3Config>? change = null)
    {
        var config = new AmazonS3Config();
        if (ThroughServer)
        {
            config.ServiceURL = Lake.Lake.StartServer().AbsoluteUri;
            config.AuthenticationRegion = Lake.Lake.Region;
            config.ForcePathStyle = true;
            config.MaxErrorRetry = 0;
        }
        else
        {
            Lake.Configure(config);
        }

        change?.Invoke(config);
        return new AmazonS3Client(Lake.CredentialsOf(principal), config);
    }

    protected async Task PutAsync(string key, string content = "x") =>
        await S3.PutObjectAsync(new Amazon.S3.Model.PutObjectRequest { BucketName = Bucket, Key = key, ContentBody = content }, Ct);

    protected async Task<string> GetAsync(string key)
    {
        using var response = await S3.GetObjectAsync(Bucket, key, Ct);
        using var reader = new StreamReader(response.ResponseStream);
        return await reader.ReadToEndAsync(Ct);
    }

    protected async Task<string> ErrorOf(Func<Task> call) => (await Assert.ThrowsAnyAsync<AmazonS3Exception>(call)).ErrorCode;
}
