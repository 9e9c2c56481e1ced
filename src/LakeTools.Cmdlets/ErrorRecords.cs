using System.Management.Automation;
using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets;

/// <summary>Makes error records of Core's exceptions and of what the AWS SDK throws.</summary>
internal static class ErrorRecords
{
    private const string IdPrefix = "LakeTools.";

    /// <summary>True for exceptions that are a user's business; the rest are the engine's, or bugs.</summary>
    public static bool IsOurs(Exception exception) => exception is LakeException || SdkErrors.CanTranslate(exception);

    /// <summary>
    /// True for what the engine throws through a cmdlet, such as a stop or an error of a command downstream: it goes on as it is.
    /// </summary>
    public static bool IsOfEngine(Exception exception) => exception is IContainsErrorRecord;

    /// <summary>True where no further item of the pipeline could succeed.</summary>
    public static bool EndsPipeline(Exception exception) => exception is LakeException { EndsPipeline: true };

    /// <summary>The record for an exception; for one that nobody foresaw, the record of <see cref="Fault.Unexpected"/>.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="command">The cmdlet's name, for texts that name what was asked.</param>
    /// <param name="target">The object at fault where the exception names none.</param>
    public static ErrorRecord From(Exception exception, string command, object? target)
    {
        var error = exception as LakeException ?? (IsOurs(exception) ? SdkErrors.Translate(exception, command, target)
            : Fault.Unexpected(target, command, exception.GetType().Name, exception.Message, inner: exception));
        return new ErrorRecord(error, IdPrefix + error.Id, CategoryOf(error.Category), error.Target ?? target);
    }

    /// <summary>
    /// Makes an error of several parts readable. ConciseView joins the lines of a message into one paragraph where the command stands in a
    /// script, and keeps those of a recommendation; the other views show no recommendation. So the parts go where $ErrorView shows them.
    /// Exception.Message has all of them in either case.
    /// </summary>
    /// <param name="record">The record.</param>
    /// <param name="errorView">The value of $ErrorView; null for the default.</param>
    /// <returns>The record.</returns>
    public static ErrorRecord Readable(ErrorRecord record, object? errorView)
    {
        if (IsConcise(errorView) && (record.Exception as LakeException)?.Split() is var (headline, parts))
            record.ErrorDetails ??= new ErrorDetails(headline) { RecommendedAction = parts };
        return record;
    }

    private static bool IsConcise(object? errorView) =>
        errorView is null || string.Equals(errorView.ToString(), "ConciseView", StringComparison.OrdinalIgnoreCase);

    private static ErrorCategory CategoryOf(LakeErrorCategory category) => category switch
    {
        LakeErrorCategory.InvalidArgument => ErrorCategory.InvalidArgument,
        LakeErrorCategory.NotFound => ErrorCategory.ObjectNotFound,
        LakeErrorCategory.Exists => ErrorCategory.ResourceExists,
        LakeErrorCategory.PermissionDenied => ErrorCategory.PermissionDenied,
        LakeErrorCategory.Authentication => ErrorCategory.AuthenticationError,
        LakeErrorCategory.Conflict => ErrorCategory.ResourceBusy,
        LakeErrorCategory.LimitExceeded => ErrorCategory.LimitsExceeded,
        LakeErrorCategory.InvalidData => ErrorCategory.InvalidData,
        LakeErrorCategory.Timeout => ErrorCategory.OperationTimeout,
        LakeErrorCategory.Connection => ErrorCategory.ConnectionError,
        LakeErrorCategory.OperationFailed => ErrorCategory.InvalidResult,
        _ => ErrorCategory.NotSpecified,
    };
}
