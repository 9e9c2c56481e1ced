using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using LakeTools.Core.Connection.Profiles;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;

namespace LakeTools.Core.Errors;

/// <summary>Gives what the AWS SDK throws, and no service in Core knew better, a stable id and category.</summary>
public static class SdkErrors
{
    private const string Archived = "InvalidObjectState";
    private const string ClockSkewed = "RequestTimeTooSkewed";

    private static readonly HashSet<string> s_throttling = new(StringComparer.Ordinal)
    {
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException",
            "TooManyRequestsException",
        "RequestLimitExceeded", "ProvisionedThroughputExceededException", "BandwidthLimitExceeded", "SlowDown", "PriorRequestNotComplete",
    };

    private static readonly HashSet<string> s_credentials = new(StringComparer.Ordinal)
    {
        "UnrecognizedClientException", "InvalidClientTokenId", "InvalidAccessKeyId", "InvalidSignatureException", "SignatureDoesNotMatch",
        "ExpiredToken", "ExpiredTokenException", "MissingAuthenticationToken", "MissingAuthenticationTokenException", "IncompleteSignature",
        "IncompleteSignatureException", "AuthFailure", "InvalidToken",
    };

    /// <summary>True for exceptions of the SDK, the network and the file system, which are not bugs of LakeTools.</summary>
    /// <param name="exception">An exception.</param>
    /// <returns>True if <see cref="Translate"/> has an error for it.</returns>
    public static bool CanTranslate(Exception exception) =>
        exception is AmazonServiceException or AmazonClientException or HttpRequestException or IOException
            or UnauthorizedAccessException or ProcessAWSCredentialException
                or OperationCanceledException { InnerException: TimeoutException };

    /// <summary>Makes the error.</summary>
    /// <param name="exception">An exception of the SDK or of the transport.</param>
    /// <param name="operation">The operation: the command's name.</param>
    /// <param name="target">The object at fault, or null.</param>
    /// <returns>The error to show.</returns>
    public static LakeException Translate(Exception exception, string operation, object? target) => exception switch
    {
        AmazonServiceException { InnerException: { } inner } cut when IsUnanswered(cut) =>
            Fault.ConnectionLost(target, ServiceName(cut), inner.Message, inner: cut),
        AmazonServiceException service => FromService(service, ServiceName(service), operation, target),
        AmazonClientException client when client.Message.Contains("SSO", StringComparison.Ordinal) =>
            Fault.SsoNotSignedIn(target, client.Message, inner: client),
        AmazonClientException client when IsCredentialSearch(client) =>
            Fault.CredentialsNotFound(target, ProfileStore.NameInUse, inner: client),
        AmazonClientException client => Fault.ServiceError(target, "AWS", operation, client.Message, inner: client),
        // Without the cause, which may hold what the program said: keys.
        ProcessAWSCredentialException process =>
            Fault.CredentialProcessFailed(target, process.Message),
        _ when IsOfNetwork(exception) => Fault.ConnectionLost(target, "AWS", exception.Message, inner: exception),
        _ => Fault.FileError(target, exception.Message, inner: exception),
    };

    /// <summary>True if no answer came, or none that could be read, so the effect of the call is unknown.</summary>
    internal static bool IsUnanswered(Exception error) => error switch
    {
        HttpRequestException or IOException or TimeoutException or OperationCanceledException or AmazonUnmarshallingException => true,
        AmazonServiceException { InnerException: { } inner } => IsUnanswered(inner),
        AmazonClientException { InnerException: { } inner } => IsUnanswered(inner),
        _ => false,
    };

    /// <summary>True if the caller lacks the right. S3 answers HEAD without a body, so there the status alone says it.</summary>
    internal static bool IsDenied(AmazonServiceException error) =>
        error.ErrorCode is { } code && (code.StartsWith("AccessDenied", StringComparison.Ordinal) || code is "UnauthorizedOperation")
        || (error.StatusCode == HttpStatusCode.Forbidden && !s_credentials.Contains(error.ErrorCode ?? "")
            && error.ErrorCode is not (Archived or ClockSkewed));

    /// <summary>True if the service asks to slow down.</summary>
    internal static bool IsThrottling(AmazonServiceException error) => s_throttling.Contains(error.ErrorCode ?? "");

    // The SDK throws the cause of a lost connection bare, where it is an IOException; an HttpClient that waited too long says 'cancelled'.
    private static bool IsOfNetwork(Exception exception) =>
        exception is HttpRequestException or HttpIOException or OperationCanceledException
            or IOException { InnerException: SocketException or AuthenticationException };

    /// <summary>Makes the error of one of several items of a call, which succeeded for others.</summary>
    /// <param name="code">The service's code; null if it said none.</param>
    /// <param name="answer">The service's text.</param>
    /// <param name="service">The service.</param>
    /// <param name="operation">What was to be done, such as <c>removing table sales.orders</c>.</param>
    /// <param name="target">The item.</param>
    /// <returns>The error to show.</returns>
    internal static LakeException OfItem(string? code, string? answer, string service, string operation, object? target) => code switch
    {
        null or "InternalServiceException" or "InternalFailure" or "InternalError" or "ServiceUnavailable" or "OperationTimeoutException" =>
            Fault.ServiceError(target, service, operation, answer ?? code ?? "the response does not say why"),
        _ => FromService(new AmazonServiceException(answer ?? code) { ErrorCode = code, StatusCode = HttpStatusCode.BadRequest },
            service, operation, target),
    };

    private static LakeException FromService(AmazonServiceException error, string service, string operation, object? target)
    {
        var code = error.ErrorCode ?? "";
        var answer = error.Message;
        if (IsThrottling(error)) return Fault.Throttled(target, service, operation, answer, inner: error);
        if (s_credentials.Contains(code)) return Fault.CredentialsRefused(target, service, operation, answer, inner: error);
        if (code is ClockSkewed) return Fault.ClockSkewed(target, service, answer, inner: error);
        if (code is Archived) return Fault.ObjectArchived(target, operation, answer, inner: error);
        if (BucketRegion(error) is { Length: > 0 } region) return Fault.BucketOfOtherRegion(target, operation, region, inner: error);
        if (code is "LakeReadOnly") return Fault.LakeReadOnly(target, operation, answer, inner: error);
        if (code is "ObjectDamaged") return Fault.LakeObjectDamaged(target, operation, answer, inner: error);
        if (code is "InsufficientStorage") return Fault.LakeStoreFull(target, service, operation, answer, inner: error);
        if (IsDenied(error)) return Fault.AccessDenied(target, service, operation, AccessRemedy.Added(answer), inner: error);
        if (code.Contains("NotFound", StringComparison.Ordinal) || code.StartsWith("NoSuch", StringComparison.Ordinal)
            || error.StatusCode == HttpStatusCode.NotFound)
            return Fault.ResourceNotFound(target, service, operation, answer, inner: error);
        if (code.Contains("AlreadyExists", StringComparison.Ordinal) || code is "ResourceExistsException")
            return Fault.ResourceExists(target, service, operation, answer, inner: error);
        if (code.Contains("LimitExceeded", StringComparison.Ordinal) || code is "ConcurrentRunsExceededException")
            return Fault.LimitExceeded(target, service, operation, answer, inner: error);
        if (code.StartsWith("ConcurrentModification", StringComparison.Ordinal) || code is "ConflictException"
            || error.StatusCode == HttpStatusCode.Conflict)
            return Fault.RequestConflict(target, service, operation, answer, inner: error);
        return (int)error.StatusCode is >= 400 and < 500
            ? Fault.InvalidRequest(target, service, operation, answer, inner: error)
            : Fault.ServiceError(target, service, operation, answer, inner: error);
    }

    // S3 redirects, or rejects the Region of the signature, and names the Region of the bucket in a header.
    private static string? BucketRegion(AmazonServiceException error) =>
        error.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.TemporaryRedirect
            || error.ErrorCode is "PermanentRedirect" or "AuthorizationHeaderMalformed"
            ? (error.InnerException as HttpErrorResponseException)?.Response?.GetHeaderValue("x-amz-bucket-region")
            : null;

    // The SDK throws its plain client exception, with one of several texts, when its chain of providers ends without credentials.
    private static bool IsCredentialSearch(AmazonClientException exception) =>
        exception.Message.Contains("credentials", StringComparison.OrdinalIgnoreCase);

    private static string ServiceName(AmazonServiceException error)
    {
        var space = error.GetType().Namespace ?? "";
        return space switch
        {
            _ when space.StartsWith("Amazon.LakeFormation", StringComparison.Ordinal) => "Lake Formation",
            _ when space.StartsWith("Amazon.Glue", StringComparison.Ordinal) => "Glue",
            _ when space.StartsWith("Amazon.SecretsManager", StringComparison.Ordinal) => "Secrets Manager",
            _ when space.StartsWith("Amazon.S3", StringComparison.Ordinal) => "S3",
            _ when space.StartsWith("Amazon.SecurityToken", StringComparison.Ordinal) => "STS",
            _ when space.StartsWith("Amazon.IdentityManagement", StringComparison.Ordinal) => "IAM",
            _ when space.StartsWith("Amazon.Athena", StringComparison.Ordinal) => "Athena",
            _ when space.StartsWith("Amazon.RAM", StringComparison.Ordinal) => "RAM",
            _ when space.StartsWith("Amazon.CloudTrail", StringComparison.Ordinal) => "CloudTrail",
            _ when space.StartsWith("Amazon.EC2", StringComparison.Ordinal) => "EC2",
            _ when space.StartsWith("Amazon.CloudWatchLogs", StringComparison.Ordinal) => "CloudWatch Logs",
            _ => "AWS",
        };
    }
}
