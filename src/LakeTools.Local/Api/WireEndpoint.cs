using LakeTools.Local.Wire;
using LakeTools.Local.Wire.Signing;

namespace LakeTools.Local.Api;

/// <summary>The endpoint that answers the requests signed for one service.</summary>
internal abstract class WireEndpoint
{
    /// <summary>The signing name.</summary>
    public abstract string Service { get; }

    /// <summary>Checks the key and the headers of a request, before anything of its body is read.</summary>
    /// <exception cref="AuthException">The key is not known, or the headers are not accepted.</exception>
    public abstract void Admit(WireRequest request, SignatureParameters parameters);

    /// <summary>Verifies and answers a request.</summary>
    /// <exception cref="AuthException">The signature is not accepted.</exception>
    /// <exception cref="ApiException">The service refuses the request.</exception>
    public abstract Task<WireResponse> HandleAsync(WireRequest request, SignatureParameters parameters, string requestId,
        CancellationToken cancellationToken);

    /// <summary>The name of the operation that a request asks for; null if it asks for none that there is.</summary>
    public abstract ValueTask<string?> OperationOfAsync(WireRequest request, CancellationToken cancellationToken);

    /// <summary>Writes an error in the service's form.</summary>
    public abstract WireResponse WriteError(WireRequest request, ApiException error, string requestId);

    /// <summary>Says in the service's own code and status why a signature is not accepted.</summary>
    public abstract ApiException Explain(AuthException failure);

    /// <summary>Returns whether an unsigned request seems to be for this service.</summary>
    public abstract bool Claims(WireRequest request);
}
