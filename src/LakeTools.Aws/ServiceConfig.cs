using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace LakeTools.Aws;

/// <summary>
/// The base of the services' configs. The model hangs here because a client's virtual members run inside its base constructors.
/// </summary>
public abstract class ServiceConfig : ClientConfig
{
    private static readonly IDefaultConfigurationProvider s_defaults = new DefaultConfigurationProvider(
    [
        Mode(DefaultConfigurationMode.Standard, 3100),
        Mode(DefaultConfigurationMode.InRegion, 1100),
        Mode(DefaultConfigurationMode.CrossRegion, 3100),
        Mode(DefaultConfigurationMode.Mobile, 30000),
        Mode(DefaultConfigurationMode.Auto, 1100),
    ]);

    /// <summary>Makes a config.</summary>
    /// <param name="model">The service.</param>
    protected ServiceConfig(ServiceModel model)
        : base(s_defaults)
    {
        Model = model;
        ServiceId = model.ServiceId; // without it AWS_ENDPOINT_URL_<SERVICE> and the config file's services section are ignored
        AuthenticationServiceName = model.EndpointPrefix; // without it the signer guesses from the host: '127' for http://127.0.0.1
        EndpointProvider = new PartitionEndpointProvider(model);
    }

    /// <inheritdoc/>
    public override string ServiceVersion => Model.ApiVersion;

    /// <inheritdoc/>
    public override string UserAgent => Model.UserAgent;

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => Model.EndpointPrefix;

    internal ServiceModel Model { get; }

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(PartitionEndpointProvider.ParametersFor(this, parameters.AlternateEndpoint?.SystemName));

    private static DefaultConfiguration Mode(DefaultConfigurationMode mode, int milliseconds) => new()
    {
        Name = mode,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = TimeSpan.FromMilliseconds(milliseconds),
        TlsNegotiationTimeout = TimeSpan.FromMilliseconds(milliseconds),
    };
}
