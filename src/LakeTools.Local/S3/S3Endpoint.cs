using LakeTools.Local.Api;
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Operations;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;
using LakeTools.Local.Wire.Signing;

namespace LakeTools.Local.S3;

/// <summary>Answers requests to S3: rest-xml, with bodies that stream.</summary>
internal sealed class S3Endpoint(
    ObjectStore objects,
    Func<string, LakeAccount> accounts,
    SignatureVerifier verifier,
    IObjectAuthorizer authorizer,
    BodyBudget bodies) : WireEndpoint
{
    public override string Service => "s3";

    public override void Admit(WireRequest request, SignatureParameters parameters) => verifier.Admit(request, parameters);

    public override async Task<WireResponse> HandleAsync(
        WireRequest request,
        SignatureParameters parameters,
        string requestId,
        CancellationToken cancellationToken)
    {
        var verified = verifier.Verify(request, parameters, PayloadOf(request, parameters));
        if (parameters.IsPresigned && parameters.Policy is null) S3Headers.TakeFromQuery(request);
        var address = S3Address.Of(request);
        var account = accounts(verified.Caller.AccountId);
        var call = new S3Call(request, verified, address, account.Store, objects, account.Context, authorizer, bodies);
        var route = S3Routes.Find(request, address);
        if (address.Bucket.Length > 0) call.CheckOwner(S3Headers.ExpectedOwner, address.Bucket);
        return Identified(await route.Run(call, cancellationToken).ConfigureAwait(false), requestId);
    }

    public override ValueTask<string?> OperationOfAsync(WireRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(S3Routes.NameOf(request, S3Address.Of(request)));

    public override WireResponse WriteError(WireRequest request, ApiException error, string requestId) =>
        Identified(S3Answer.Error(request, error, requestId), requestId);

    public override ApiException Explain(AuthException failure) => failure.Failure switch
    {
        AuthFailure.Missing => S3Error.AccessDenied(),
        AuthFailure.NoForm => S3Error.PreconditionFailed("Bucket POST must be of the enclosure-type multipart/form-data"),
        AuthFailure.Incomplete => new ApiException("AuthorizationHeaderMalformed", failure.Message),
        AuthFailure.IncompleteQuery => new ApiException("AuthorizationQueryParametersError", failure.Message),
        AuthFailure.IncompleteVersion2 => new ApiException("AccessDenied", failure.Message, 403),
        AuthFailure.IncompleteForm => new ApiException("InvalidArgument", failure.Message) { Details = failure.Details },
        AuthFailure.UnsignedHeaders => new ApiException(
            "AccessDenied", "There were headers present in the request which were not signed", 403) { Details = failure.Details },
        AuthFailure.UnknownKey => new ApiException("InvalidAccessKeyId",
            "The AWS Access Key Id you provided does not exist in our records.", 403) { Details = failure.Details },
        AuthFailure.Skewed => new ApiException("RequestTimeTooSkewed",
            "The difference between the request time and the current time is too large.", 403),
        AuthFailure.UrlExpired => new ApiException("AccessDenied", failure.Message, 403) { Details = failure.Details },
        AuthFailure.SessionExpired => new ApiException("ExpiredToken", "The provided token has expired."),
        _ => new ApiException("SignatureDoesNotMatch", failure.Message, 403) { Details = failure.Details },
    };

    public override bool Claims(WireRequest request) => true;

    /// <summary>The hash of the body in the signature. The body is compared with it when it is read.</summary>
    private static string PayloadOf(WireRequest request, SignatureParameters parameters)
    {
        var payload = request.Header(PayloadHash.Header) ?? request.QueryParameter(PayloadHash.Header);
        if (parameters.IsVersion2 || parameters.Policy is not null) return PayloadHash.Unsigned;
        if (parameters.IsPresigned) return payload ?? PayloadHash.Unsigned;
        if (payload is null) throw S3Error.InvalidRequest("Missing required header for this request: x-amz-content-sha256");
        return payload is PayloadHash.Unsigned or PayloadHash.SignedChunks or PayloadHash.SignedChunksWithTrailer
            or PayloadHash.UnsignedChunksWithTrailer
            || PayloadHash.IsHash(payload)
            ? payload
            : throw S3Error.InvalidArgument(
                "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, a STREAMING- word or a valid sha256 value.", PayloadHash.Header, payload);
    }

    private static WireResponse Identified(WireResponse response, string requestId)
    {
        response.Headers["x-amz-request-id"] = requestId;
        response.Headers["x-amz-id-2"] = requestId;
        response.Headers["Server"] = "AmazonS3";
        return response;
    }
}
