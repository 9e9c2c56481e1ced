using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using LakeTools.Aws.Json;
using LakeTools.Aws.Query;

namespace LakeTools.Aws;

/// <summary>The base of the services' clients: the SDK's own pipeline with Signature v4 and our endpoints.</summary>
public abstract class ServiceClient : AmazonServiceClient
{
    /// <summary>Makes a client that looks for credentials in the SDK's default chain.</summary>
    /// <param name="config">The service's config.</param>
    protected ServiceClient(ServiceConfig config)
        : base(config)
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="credentials">The credentials that sign.</param>
    /// <param name="config">The service's config.</param>
    protected ServiceClient(AWSCredentials credentials, ServiceConfig config)
        : base(credentials, config)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Model;

    private ServiceModel Model => ((ServiceConfig)Config).Model;

    /// <summary>The endpoint of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The endpoint.</returns>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        // The resulting order: marshaller, auth scheme, endpoint, …, retry, signer, unmarshaller, HTTP.
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new EndpointHandler());
        pipeline.AddHandlerAfter<Marshaller>(new SignatureHandler());
    }

    /// <summary>The one way out: the operation's name is the response type's less "Response".</summary>
    /// <typeparam name="TResponse">The operation's response.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    protected Task<TResponse> CallAsync<TResponse>(AmazonWebServiceRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, Options<TResponse>(), cancellationToken);

    private InvokeOptionsBase Options<TResponse>()
        where TResponse : AmazonWebServiceResponse, new() =>
        Model.Protocol == WireProtocol.Query ? QueryOperation<TResponse>.For(Model) : JsonOperation<TResponse>.For(Model);

    private sealed class SignatureHandler : BaseAuthResolverHandler
    {
        protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) => AuthSchemeOption.DEFAULT_SIGV4;
    }

    private sealed class EndpointHandler : BaseEndpointResolver
    {
        protected override EndpointParameters MapEndpointsParameters(IRequestContext context) =>
            PartitionEndpointProvider.ParametersFor(context.ClientConfig, context.Request.AlternateEndpoint?.SystemName);
    }
}
