using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken;

namespace LakeTools.Core.Connection;

/// <summary>The clients of one connection, each made when it is first used, so that no command pays for another's service.</summary>
internal sealed class LakeClients(LakeConnectionOptions options, ResolvedConnection resolved)
{
    private readonly Lazy<IAmazonS3> _s3 = new(() => Make(options, resolved, LakeService.S3,
        new AmazonS3Config { ForcePathStyle = options.Local is not null || options.EndpointUrl is not null },
        (credentials, config) => credentials is null ? new AmazonS3Client(config) : new AmazonS3Client(credentials, config)));

    private readonly Lazy<IAmazonSecurityTokenService> _sts = new(() => Make(options, resolved, LakeService.Sts,
        new AmazonSecurityTokenServiceConfig(),
        (credentials, config) => credentials is null ? new AmazonSecurityTokenServiceClient(config) : new AmazonSecurityTokenServiceClient(credentials, config)));

    public IAmazonS3 S3 => _s3.Value;

    public IAmazonSecurityTokenService Sts => _sts.Value;

    private static TClient Make<TConfig, TClient>(LakeConnectionOptions options, ResolvedConnection resolved, LakeService service,
        TConfig config, Func<AWSCredentials?, TConfig, TClient> create)
        where TConfig : ClientConfig
    {
        config.RegionEndpoint = resolved.Region;
        var endpoint = options.Endpoints.TryGetValue(service, out var own) ? own : options.EndpointUrl;
        if (endpoint is not null)
        {
            // ServiceURL clears the region, which the signature still needs.
            config.ServiceURL = endpoint.ToString();
            config.AuthenticationRegion = resolved.Region.SystemName;
        }

        if (options.MaxRetry is { } retries) config.MaxErrorRetry = retries;
        if (options.Local is { } local) config.HttpClientFactory = local.Http;
        return create(resolved.Credentials, config);
    }
}
