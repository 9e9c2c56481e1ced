using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util.Internal;

namespace LakeTools.Aws;

/// <summary>Everything that the shared runtime must know about one service.</summary>
public sealed class ServiceModel : IServiceMetadata
{
    private const string SdkVersion = "4.0.0.0";

    private string? _userAgent;

    /// <inheritdoc/>
    public required string ServiceId { get; init; }

    /// <summary>The first label of the service's host and its signing name, such as <c>lakeformation</c>.</summary>
    public required string EndpointPrefix { get; init; }

    /// <summary>The version of the API, such as <c>2017-03-31</c>.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>The wire format of requests.</summary>
    public required WireProtocol Protocol { get; init; }

    /// <summary>Whether the path of an operation is its name in lower case, for <see cref="WireProtocol.RestJson"/>.</summary>
    public bool HasLowerPaths { get; init; }

    /// <summary>The text before the operation in <c>X-Amz-Target</c>, for <see cref="WireProtocol.Json11"/>.</summary>
    public string TargetPrefix { get; init; } = "";

    /// <summary>The hosts that are exceptions.</summary>
    public IReadOnlyList<ServiceEndpoint> Endpoints { get; init; } = [];

    /// <summary>Makes the exception for an error that the service does not model.</summary>
    public required ErrorFactory DefaultError { get; init; }

    /// <summary>Makes the exceptions that the service models, by their code on the wire.</summary>
    public required IReadOnlyDictionary<string, ErrorFactory> Errors { get; init; }

    /// <inheritdoc/>
    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();

    /// <summary>The User-Agent of clients.</summary>
    public string UserAgent => _userAgent ??= InternalSDKUtils.BuildUserAgentString(ServiceId, SdkVersion);

    /// <summary>The exception for an answer.</summary>
    internal AmazonServiceException CreateError(ErrorResponse error, Exception? inner, HttpStatusCode status)
    {
        var make = error.Code is not null && Errors.TryGetValue(error.Code, out var known) ? known : DefaultError;
        return make(error.Message, inner, error.Type, error.Code, error.RequestId, status);
    }
}
