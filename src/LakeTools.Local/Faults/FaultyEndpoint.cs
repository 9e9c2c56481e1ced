using LakeTools.Local.Api;
using LakeTools.Local.Wire;
using LakeTools.Local.Wire.Signing;

namespace LakeTools.Local.Faults;

/// <summary>A service on a bad day: what strikes a request happens here, and the rest goes to the service itself.</summary>
internal sealed class FaultyEndpoint(WireEndpoint service, LakeFaults faults, TimeProvider clock) : WireEndpoint
{
    // The loopback server ends what stands still for longer than a minute.
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(30);

    public override string Service => service.Service;

    public override void Admit(WireRequest request, SignatureParameters parameters) => service.Admit(request, parameters);

    public override async Task<WireResponse> HandleAsync(
        WireRequest request,
        SignatureParameters parameters,
        string requestId,
        CancellationToken cancellationToken)
    {
        var operation = await service.OperationOfAsync(request, cancellationToken).ConfigureAwait(false);
        var fault = operation is null ? null : faults.Next(Service, operation);
        switch (fault?.Kind)
        {
            case null:
                return await service.HandleAsync(request, parameters, requestId, cancellationToken).ConfigureAwait(false);
            case LakeFaultKind.Throttle:
                throw ServiceFaults.Throttled(Service);
            case LakeFaultKind.ServerError:
                throw ServiceFaults.Failed(Service);
            case LakeFaultKind.ConcurrentModification:
                throw ServiceFaults.Conflict(Service);
            case LakeFaultKind.Reset:
                throw new DroppedConnectionException();
            case LakeFaultKind.LostAnswer:
                await CarryOutAsync(request, parameters, requestId, cancellationToken).ConfigureAwait(false);
                throw new DroppedConnectionException();
            case LakeFaultKind.CutAnswer:
                return Cut(request, await CarryOutAsync(request, parameters, requestId, cancellationToken).ConfigureAwait(false));
            case LakeFaultKind.Slow:
                await Task.Delay(fault.Delay, clock, cancellationToken).ConfigureAwait(false);
                var answer = await service.HandleAsync(request, parameters, requestId, cancellationToken).ConfigureAwait(false);
                return With(answer, token => Task.Delay(fault.Delay < s_longestPause ? fault.Delay : s_longestPause, clock, token));
            default:
                throw new InvalidOperationException("No fault " + fault.Kind);
        }
    }

    public override ValueTask<string?> OperationOfAsync(WireRequest request, CancellationToken cancellationToken) =>
        service.OperationOfAsync(request, cancellationToken);

    public override WireResponse WriteError(WireRequest request, ApiException error, string requestId) =>
        service.WriteError(request, error, requestId);

    public override ApiException Explain(AuthException failure) => service.Explain(failure);

    public override bool Claims(WireRequest request) => service.Claims(request);

    /// <summary>Runs the service's operation and returns its answer, good or bad, without the body; the connection will drop.</summary>
    private async Task<WireResponse?> CarryOutAsync(WireRequest request, SignatureParameters parameters, string requestId,
        CancellationToken cancellationToken)
    {
        try
        {
            return await service.HandleAsync(request, parameters, requestId, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ApiException or AuthException)
        {
            return null;
        }
    }

    private static WireResponse Cut(WireRequest request, WireResponse? answer)
    {
        if (answer is null || request.Method == "HEAD" || answer.ContentLength is null or < 2) throw new DroppedConnectionException();
        return With(answer, _ => throw new DroppedConnectionException());
    }

    private static WireResponse With(WireResponse answer, Func<CancellationToken, Task> happens) =>
        answer.ContentLength is null or < 2 ? answer : new WireResponse
    {
        Status = answer.Status,
        Headers = answer.Headers,
        ContentLength = answer.ContentLength,
        Body = new CutStream(answer.Body, answer.ContentLength.Value / 2, happens),
    };
}
