using System.Text.Json.Nodes;
using LakeTools.Local.Identity;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;
using LakeTools.Local.Wire.Models;
using LakeTools.Local.Wire.Protocols;
using LakeTools.Local.Wire.Signing;

namespace LakeTools.Local.Api;

/// <summary>
/// Answers the requests of a <see cref="JsonApi"/>: reads, verifies and checks them, and runs each operation in a transaction of the
/// caller's account.
/// </summary>
/// <param name="api">The service of the first account: those of all accounts have the same operations.</param>
/// <param name="accounts">Finds the account of a caller.</param>
/// <param name="firstAccount">The account of unsigned requests.</param>
/// <param name="verifier">Says who signed.</param>
/// <param name="bodies">The memory for bodies.</param>
internal sealed class ApiEndpoint(JsonApi api, Func<string, LakeAccount> accounts, string firstAccount, SignatureVerifier verifier,
    BodyBudget bodies) : WireEndpoint
{
    // Above what AWS's limits let a request of these services be.
    private const int MaxBody = 16 * 1024 * 1024;

    // A token has 20,000 characters at most.
    private const int MaxUnsignedBody = 64 * 1024;

    // The model is read when the service is first called.
    private readonly Lazy<ApiProtocol> _protocol = new(() => ApiProtocol.For(ServiceModel.For(api.Service)));

    public override string Service => api.Service;

    public override void Admit(WireRequest request, SignatureParameters parameters)
    {
        if (!parameters.IsUnsigned) verifier.Admit(request, parameters);
        else if (api.Unsigned.Count == 0) throw SignatureParameters.Missing();
    }

    public override async Task<WireResponse> HandleAsync(
        WireRequest request,
        SignatureParameters parameters,
        string requestId,
        CancellationToken cancellationToken)
    {
        var limit = parameters.IsUnsigned ? MaxUnsignedBody : MaxBody;
        var body = await request.ReadBodyAsync(limit, bodies, cancellationToken).ConfigureAwait(false);
        var caller = parameters.IsUnsigned ? Caller.Unsigned(firstAccount)
            : verifier.Verify(request, parameters, PayloadHash.Of(body)).Caller;
        var protocol = _protocol.Value;
        var (operation, input) = protocol.Read(request, body);
        if (parameters.IsUnsigned && !api.Unsigned.Contains(operation)) throw SignatureParameters.Missing();
        if (!api.Operations.ContainsKey(operation)) throw protocol.UnknownOperation(operation);
        RequestValidator.Check(protocol.Model, operation, input, api.Explain);
        Refuse(caller, operation);
        var account = accounts(caller.AccountId);
        var output = await RunAsync(account, operation, input, caller,
            parameters.IsUnsigned ? account.Context.Region : parameters.Scope.Region).ConfigureAwait(false);
        return protocol.WriteOutput(operation, output, requestId);
    }

    public override async ValueTask<string?> OperationOfAsync(WireRequest request, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync(MaxBody, bodies, cancellationToken).ConfigureAwait(false);
        var operation = _protocol.Value.OperationOf(request, body);
        return operation is not null && api.Operations.ContainsKey(operation) ? operation : null;
    }

    public override WireResponse WriteError(WireRequest request, ApiException error, string requestId) =>
        _protocol.Value.WriteError(error, requestId);

    public override ApiException Explain(AuthException failure) => _protocol.Value.Explain(failure);

    public override bool Claims(WireRequest request)
    {
        var model = _protocol.Value.Model;
        var target = request.Header("X-Amz-Target");
        if (model.Protocol == WireProtocolKind.Json11) return target?.StartsWith(model.Target + ".", StringComparison.Ordinal) == true;
        if (model.Protocol == WireProtocolKind.RestJson) return target is null && model.Paths.ContainsKey(request.Path.TrimStart('/'));
        return request.Host.StartsWith(model.Service + ".", StringComparison.OrdinalIgnoreCase);
    }

    private async Task<JsonObject?> RunAsync(LakeAccount account, string operation, JsonObject input, Caller caller, string region)
    {
        var service = account.Services[api.Service];
        var (writes, body) = service.Operations[operation];
        var store = account.Store;
        try
        {
            return writes ? await store.WriteAsync(InTransaction).ConfigureAwait(false) : store.Read(InTransaction);
        }
        catch (ReadOnlySessionException)
        {
            return await store.WriteAsync(InTransaction).ConfigureAwait(false);
        }
        catch (ApiException refusal) when (service.Failures.TryGetValue(operation, out var keep))
        {
            await store.WriteAsync(session =>
            {
                keep(Call(session), refusal);
                return true;
            }).ConfigureAwait(false);
            throw;
        }

        JsonObject? InTransaction(StoreSession session) => body(Call(session));

        ApiCall Call(StoreSession session) => new(operation, input, caller, session, account.Context) { Region = region };
    }

    /// <summary>
    /// Credentials that Lake Formation vends open objects and nothing else. Those of GetFederationToken do nothing of IAM and STS, and
    /// those of GetSessionToken without MFA only assume roles (API reference). Who holds them may still ask who they are.
    /// </summary>
    private void Refuse(Caller caller, string operation)
    {
        var isClosed = caller.Scope is not null || (api.Service is "iam" or "sts"
            && (Caller.IsFederatedArn(caller.SessionArn) || (caller.IsSessionToken && operation != "AssumeRole")));
        if (!isClosed || (api.Service == "sts" && operation == "GetCallerIdentity")) return;
        var code = _protocol.Value.Model.Protocol switch
        {
            WireProtocolKind.Query => "AccessDenied",
            WireProtocolKind.Ec2 => "UnauthorizedOperation",
            _ => "AccessDeniedException",
        };
        throw new ApiException(
            code,
            $"User: {caller.SessionArn} is not authorized to perform: "
                + $"{api.Service}:{operation} because no session policy allows the {api.Service}:{operation} action",
            _protocol.Value.Model.Protocol == WireProtocolKind.Json11 ? 400 : 403);
    }
}
