namespace LakeTools.Rules.Errors;

/// <summary>The kind of an error. The cmdlets map each to an ErrorCategory of PowerShell.</summary>
public enum LakeErrorCategory
{
    /// <summary>Invalid input, found before or by the call.</summary>
    InvalidArgument,

    /// <summary>The resource does not exist, or the caller does not have permission to see it.</summary>
    NotFound,

    /// <summary>The resource to create already exists.</summary>
    Exists,

    /// <summary>A local file cannot be read or written, as with PowerShell's own cmdlets for files.</summary>
    File,

    /// <summary>The caller lacks a permission.</summary>
    PermissionDenied,

    /// <summary>No credentials, or credentials that are rejected.</summary>
    Authentication,

    /// <summary>The state of the resource does not allow the call, or another client changed it concurrently.</summary>
    Conflict,

    /// <summary>A quota or rate limit.</summary>
    LimitExceeded,

    /// <summary>Data that cannot be read in its format.</summary>
    InvalidData,

    /// <summary>The operation did not end within the time limit.</summary>
    Timeout,

    /// <summary>The service could not be reached.</summary>
    Connection,

    /// <summary>The operation ran and failed, such as a job run.</summary>
    OperationFailed,

    /// <summary>Any other error of a service.</summary>
    Service,
}
