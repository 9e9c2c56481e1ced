using Amazon.Glue;
using Amazon.LakeFormation;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecretsManager;
using LakeTools.Local;
using LakeTools.Local.Identity;

namespace LakeTools.Tests.Local.Durability;

/// <summary>The clients of a lake as its administrator, over HTTP or in this process. Nothing is tried twice.</summary>
internal sealed class LakeApis : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private LakeApis(LocalCredential keys, string region, Action<ClientConfig> configure)
    {
        var credentials = new BasicAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey);
        T Configured<T>(T config)
            where T : ClientConfig
        {
            config.MaxErrorRetry = 0;
            config.Timeout = s_patience;
            configure(config);
            config.AuthenticationRegion = region;
            return config;
        }

        Glue = new AmazonGlueClient(credentials, Configured(new AmazonGlueConfig()));
        LakeFormation = new AmazonLakeFormationClient(credentials, Configured(new AmazonLakeFormationConfig()));
        S3 = new AmazonS3Client(credentials, Configured(new AmazonS3Config { ForcePathStyle = true }));
        Secrets = new AmazonSecretsManagerClient(credentials, Configured(new AmazonSecretsManagerConfig()));
    }

    public AmazonGlueClient Glue { get; }

    public AmazonLakeFormationClient LakeFormation { get; }

    public AmazonS3Client S3 { get; }

    public AmazonSecretsManagerClient Secrets { get; }

    public static LakeApis Of(LocalCredential keys, string region, Uri endpoint) =>
        new(keys, region, config => config.ServiceURL = endpoint.AbsoluteUri);

    public static LakeApis Of(LocalLake lake) => new(lake.CredentialFor(lake.AdministratorArn), lake.Region, config =>
    {
        config.ServiceURL = "http://localhost/";
        config.HttpClientFactory = new HandlerFactory(lake);
    });

    public void Dispose()
    {
        Glue.Dispose();
        LakeFormation.Dispose();
        S3.Dispose();
        Secrets.Dispose();
    }

    private sealed class HandlerFactory(LocalLake lake) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(lake.CreateHandler());

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }
}
