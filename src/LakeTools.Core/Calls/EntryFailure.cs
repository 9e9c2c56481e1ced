using LakeTools.Rules.Errors;

namespace LakeTools.Core.Calls;

/// <summary>The failure of one entry of a batch.</summary>
/// <param name="Code">The error code of the service; null if there was no response.</param>
/// <param name="Message">The text of the service or the transport.</param>
/// <param name="Cause">The exception; null if the response of the service has the failure.</param>
/// <param name="IsUnanswered">True if the call may have reached the service, so that the entry may be complete.</param>
/// <param name="MayBeOurs">True if an earlier attempt without a response may have caused the failure.</param>
internal sealed record EntryFailure(
    string? Code, string? Message, Exception? Cause = null, bool IsUnanswered = false, bool MayBeOurs = false)
{
    /// <summary>The error code of a conflict with another write.</summary>
    public const string Conflict = "ConcurrentModificationException";

    private const string Service = "Lake Formation";

    /// <summary>True if the failure is transient, so the entry can be retried.</summary>
    public bool IsTransient => IsUnanswered || IsTransientCode(Code);

    /// <summary>True if the failure is transient, so the entry can be retried.</summary>
    /// <param name="code">The service's code.</param>
    public static bool IsTransientCode(string? code) => code is Conflict or "ThrottledException" or "ThrottlingException" or "Throttling"
        or "TooManyRequestsException" or "OperationTimeoutException" or "InternalServiceException" or "InternalFailure"
            or "ServiceUnavailable" or "InternalError" or "SlowDown";

    /// <summary>The error of an entry without a response.</summary>
    /// <param name="target">The entry; null for all following entries.</param>
    public LakeException Unanswered(object? target) => Fault.ConnectionLost(target, Service, Message, inner: Cause);
}
