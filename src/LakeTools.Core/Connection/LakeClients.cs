using Amazon.Athena;
using Amazon.CloudTrail;
using Amazon.CloudWatchLogs;
using Amazon.Glue;
using Amazon.IdentityManagement;
using Amazon.LakeFormation;
using Amazon.RAM;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecretsManager;
using Amazon.SecurityToken;
using LakeTools.Core.Calls;

namespace LakeTools.Core.Connection;

/// <summary>The clients of one connection. Each is created on first use, so a command loads only the services it needs.</summary>
internal sealed class LakeClients(LakeConnectionOptions options, ResolvedConnection resolved)
{
    // With the 8 KB of the SDK there would be a system call for each block.
    private const int S3BufferSize = 128 * 1024;

    private readonly Lazy<IAmazonS3> _s3 = new(() => Make(options, resolved, LakeService.S3,
        new AmazonS3Config { BufferSize = S3BufferSize },
        static (credentials, config) => new S3Client(credentials, config)));

    private readonly Lazy<IAmazonSecurityTokenService> _sts = new(() => MakeSts(options, resolved));

    private readonly Lazy<IAmazonLakeFormation> _lakeFormation = new(() => Make(options, resolved, LakeService.LakeFormation,
        new AmazonLakeFormationConfig(),
        static (credentials, config) => new AmazonLakeFormationClient(credentials, config)));

    private readonly Lazy<IAmazonGlue> _glue = new(() => Make(options, resolved, LakeService.Glue,
        new AmazonGlueConfig(),
        static (credentials, config) => new AmazonGlueClient(credentials, config)));

    private readonly Lazy<IAmazonSecretsManager> _secretsManager = new(() => Make(options, resolved, LakeService.SecretsManager,
        new AmazonSecretsManagerConfig(),
        static (credentials, config) => new AmazonSecretsManagerClient(credentials, config)));

    private readonly Lazy<IAmazonIdentityManagementService> _iam = new(() => Make(options, resolved, LakeService.Iam,
        new AmazonIdentityManagementServiceConfig(),
        static (credentials, config) => new AmazonIdentityManagementServiceClient(credentials, config)));

    private readonly Lazy<IAmazonCloudWatchLogs> _logs = new(() => Make(options, resolved, LakeService.Logs,
        new AmazonCloudWatchLogsConfig(),
        static (credentials, config) => new AmazonCloudWatchLogsClient(credentials, config)));

    private readonly Lazy<IAmazonRAM> _ram = new(() => Make(options, resolved, LakeService.Ram,
        new AmazonRAMConfig(),
        static (credentials, config) => new AmazonRAMClient(credentials, config)));

    private readonly Lazy<IAmazonCloudTrail> _cloudTrail = new(() => Make(options, resolved, LakeService.CloudTrail,
        new AmazonCloudTrailConfig(),
        static (credentials, config) => new AmazonCloudTrailClient(credentials, config)));

    private readonly Lazy<IAmazonAthena> _athena = new(() => Make(options, resolved, LakeService.Athena,
        new AmazonAthenaConfig(),
        static (credentials, config) => new AmazonAthenaClient(credentials, config)));

    private object? _ec2;

    static LakeClients() => SdkTries.Watch();

    public IAmazonS3 S3 => _s3.Value;

    public IAmazonLakeFormation LakeFormation => _lakeFormation.Value;

    public IAmazonGlue Glue => _glue.Value;

    public IAmazonSecretsManager SecretsManager => _secretsManager.Value;

    public IAmazonIdentityManagementService Iam => _iam.Value;

    public IAmazonCloudWatchLogs Logs => _logs.Value;

    public IAmazonRAM Ram => _ram.Value;

    public IAmazonCloudTrail CloudTrail => _cloudTrail.Value;

    public IAmazonAthena Athena => _athena.Value;

    public IAmazonSecurityTokenService Sts => _sts.Value;

    /// <summary>
    /// The EC2 client. Its assembly is large and loads on the first use of this property, so no field of this class has one of its types.
    /// </summary>
    public Amazon.EC2.IAmazonEC2 Ec2 =>
        (Amazon.EC2.IAmazonEC2)LazyInitializer.EnsureInitialized(ref _ec2, () => Ec2Client.Create(options, resolved));

    internal static IAmazonSecurityTokenService MakeSts(LakeConnectionOptions options, ResolvedConnection resolved) =>
        Make(options, resolved, LakeService.Sts,
        new AmazonSecurityTokenServiceConfig(),
        static (credentials, config) => new AmazonSecurityTokenServiceClient(credentials, config));

    internal static TClient Make<TConfig, TClient>(LakeConnectionOptions options, ResolvedConnection resolved, LakeService service,
        TConfig config, Func<AWSCredentials, TConfig, TClient> create)
        where TConfig : ClientConfig
    {
        config.RegionEndpoint = resolved.Region;
        config.IgnoreConfiguredEndpointUrls = true;
        var endpoint = options.Endpoints.TryGetValue(service, out var own) ? own : options.EndpointUrl ?? resolved.Endpoints?.Of(service);
        if (endpoint is not null)
        {
            // ServiceURL clears the Region, but the signature needs it.
            config.ServiceURL = endpoint.ToString();
            config.AuthenticationRegion = resolved.Region.SystemName;
        }

        if (options.MaxRetry is { } retries) config.MaxErrorRetry = retries;
        if (options.Local is { } local) config.HttpClientFactory = local.Http;
        // The SDK asks less often again the more often it had to, for the whole process; beside faults that are wanted that
        // would be chance.
        if (options.Local?.Http is EmbeddedTransport { FaultCount: not null }) config.ThrottleRetries = false;
        if (config is AmazonS3Config s3) s3.ForcePathStyle = options.Local is not null || IsOutsideAws(endpoint);
        return create(resolved.Credentials, config);
    }

    // S3-compatible servers rarely support a host name per bucket.
    private static bool IsOutsideAws(Uri? endpoint) => endpoint is not null
        && !endpoint.Host.EndsWith(".amazonaws.com", StringComparison.OrdinalIgnoreCase)
        && !endpoint.Host.EndsWith(".amazonaws.com.cn", StringComparison.OrdinalIgnoreCase);
}
