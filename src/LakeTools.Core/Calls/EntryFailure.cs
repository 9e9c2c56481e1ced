using LakeTools.Rules.Errors;

namespace LakeTools.Core.Calls;

/// <summary>Why one entry of a batch was not done.</summary>
/// <param name="Code">The service's code; null where it did not answer.</param>
/// <param name="Message">The service's text, or the transport's.</param>
/// <param name="Cause">What was thrown; null where the service listed the failure in its answer.</param>
/// <param name="IsUnanswered">True where the call may have reached the service all the same, so that the entry may be done.</param>
internal sealed record EntryFailure(string? Code, string? Message, Exception? Cause = null, bool IsUnanswered = false)
{
    /// <summary>The code of a write that met another one.</summary>
    public const string Conflict = "ConcurrentModificationException";

    private const string Service = "Lake Formation";

    /// <summary>True where the same entry may well succeed a moment later.</summary>
    public bool IsTransient => IsUnanswered || IsTransientCode(Code);

    /// <summary>True where the same entry may well succeed a moment later.</summary>
    /// <param name="code">The service's code.</param>
    public static bool IsTransientCode(string? code) => code is Conflict or "ThrottledException" or "ThrottlingException" or "Throttling"
        or "TooManyRequestsException" or "OperationTimeoutException" or "InternalServiceException" or "InternalFailure"
            or "ServiceUnavailable";

    /// <summary>The error of an entry that nobody answered.</summary>
    /// <param name="target">The entry; null for all that would follow.</param>
    public LakeException Unanswered(object? target) => Fault.ConnectionLost(target, Service, Message, inner: Cause);
}
