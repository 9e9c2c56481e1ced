namespace LakeTools.Rules.Errors;

/// <summary>What kind of failure an error is. The cmdlets map each to the ErrorCategory that PowerShell's users expect.</summary>
public enum LakeErrorCategory
{
    /// <summary>Bad input, found before or by the call.</summary>
    InvalidArgument,

    /// <summary>The thing named does not exist, or the caller may not know that it does.</summary>
    NotFound,

    /// <summary>The thing to be made is there already.</summary>
    Exists,

    /// <summary>The caller lacks a permission.</summary>
    PermissionDenied,

    /// <summary>No credentials, or ones that are not accepted.</summary>
    Authentication,

    /// <summary>The state of the thing forbids the call, or somebody changed it meanwhile.</summary>
    Conflict,

    /// <summary>A quota or rate limit.</summary>
    LimitExceeded,

    /// <summary>Data that cannot be read as what it claims to be.</summary>
    InvalidData,

    /// <summary>The work did not end in the time given.</summary>
    Timeout,

    /// <summary>The service could not be reached.</summary>
    Connection,

    /// <summary>What was asked for was carried out and failed, such as a job run.</summary>
    OperationFailed,

    /// <summary>Everything else that a service answers.</summary>
    Service,
}
