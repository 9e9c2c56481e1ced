using System.Text.Json.Nodes;
using LakeTools.Local.Wire.Models;
using LakeTools.Local.Wire.Signing;

namespace LakeTools.Local.Wire.Protocols;

/// <summary>Reads the requests of a service and writes its answers.</summary>
internal abstract class ApiProtocol
{
    /// <summary>The header that carries the request's id.</summary>
    protected const string RequestIdHeader = "x-amzn-RequestId";

    protected ApiProtocol(ServiceModel model) => Model = model;

    /// <summary>The service's model.</summary>
    public ServiceModel Model { get; }

    /// <summary>The protocol of a service.</summary>
    public static ApiProtocol For(ServiceModel model) => model.Protocol switch
    {
        WireProtocolKind.RestJson => new JsonProtocol(model, new RestJsonForm()),
        WireProtocolKind.Json11 => new JsonProtocol(model, new Json11Form()),
        WireProtocolKind.Query => new QueryProtocol(model),
        WireProtocolKind.Ec2 => new Ec2Protocol(model),
        _ => throw new InvalidOperationException("No protocol " + model.Protocol),
    };

    /// <summary>Reads what is asked for.</summary>
    /// <exception cref="ApiException">The model has no such operation, or the body cannot be read.</exception>
    public abstract (string Operation, JsonObject Input) Read(WireRequest request, byte[] body);

    /// <summary>The operation that a request names, be it one of the model's or not; null or empty if it names none.</summary>
    public abstract string? OperationOf(WireRequest request, byte[] body);

    /// <summary>Writes an answer.</summary>
    public abstract WireResponse WriteOutput(string operation, JsonObject? output, string requestId);

    /// <summary>Writes an error.</summary>
    public abstract WireResponse WriteError(ApiException error, string requestId);

    /// <summary>Says in the protocol's own code and status why a signature is not accepted.</summary>
    public abstract ApiException Explain(AuthException failure);

    /// <summary>The error for an operation that the service does not have, or does not have yet.</summary>
    public abstract ApiException UnknownOperation(string operation);
}
