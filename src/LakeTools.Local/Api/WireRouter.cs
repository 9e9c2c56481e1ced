using LakeTools.Local.Store;
using LakeTools.Local.Wire;
using LakeTools.Local.Wire.Signing;

namespace LakeTools.Local.Api;

/// <summary>Finds the service that a request is for, and turns every failure into an answer in that service's form.</summary>
/// <param name="endpoints">The services; the last one takes what no other claims.</param>
internal sealed class WireRouter(IReadOnlyList<WireEndpoint> endpoints)
{
    /// <summary>
    /// Answers a request. Only a cancelled one, one whose client went away inside its body, and one whose connection is to drop throws.
    /// </summary>
    public async Task<WireResponse> HandleAsync(WireRequest request, CancellationToken cancellationToken)
    {
        var requestId = Guid.NewGuid().ToString();
        WireEndpoint? endpoint = null;
        try
        {
            if (FormUpload.Is(request)) request.Form = await FormUpload.ReadAsync(request, cancellationToken).ConfigureAwait(false);
            var parameters = SignatureParameters.Read(request);
            endpoint = Find(parameters.Scope.Service) ?? throw new AuthException(
                AuthFailure.BadSignature,
                $"Credential should be scoped to a valid service: there is none named '{parameters.Scope.Service}' here.");
            endpoint.Admit(request, parameters);
            return await endpoint.HandleAsync(request, parameters, requestId, cancellationToken).ConfigureAwait(false);
        }
        catch (AuthException failure)
        {
            endpoint ??= Guess(request);
            return endpoint.WriteError(request, endpoint.Explain(failure), requestId);
        }
        catch (ApiException error)
        {
            return (endpoint ?? Guess(request)).WriteError(request, error, requestId);
        }
        catch (ReadOnlyLakeException readOnly)
        {
            return (endpoint ?? Guess(request)).WriteError(request, new ApiException("LakeReadOnly", readOnly.Message, 422), requestId);
        }
        catch (Exception e) when (DiskFull.Is(e))
        {
            // 507, which no SDK tries again: it would be in vain.
            var error = new ApiException("InsufficientStorage", "The disk of the embedded lake is full. Nothing was changed.",
                507);
            return (endpoint ?? Guess(request)).WriteError(request, error, requestId);
        }
        catch (Exception e) when (e is not (OperationCanceledException or EndOfStreamException or DroppedConnectionException))
        {
            // An internal error of the lake. Its type and place describe it; the message contains no values.
            var message = $"We encountered an internal error. Please try again. "
                + $"({e.GetType().Name} in {e.TargetSite?.DeclaringType?.Name}.{e.TargetSite?.Name})";
            return (endpoint ?? Guess(request)).WriteError(request, new ApiException("InternalFailure", message, 500), requestId);
        }
        finally
        {
            request.ReleaseBody();
        }
    }

    private WireEndpoint? Find(string service) => endpoints.FirstOrDefault(endpoint => endpoint.Service == service);

    private WireEndpoint Guess(WireRequest request) => endpoints.FirstOrDefault(endpoint => endpoint.Claims(request)) ?? endpoints[^1];
}
