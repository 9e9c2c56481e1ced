using System.Management.Automation;
using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets;

/// <summary>Creates error records for exceptions of Core and of the AWS SDK.</summary>
internal static class ErrorRecords
{
    private const string IdPrefix = "LakeTools.";

    /// <summary>True for expected exceptions. All others are exceptions of the engine, or bugs.</summary>
    public static bool IsOurs(Exception exception) => exception is LakeException || SdkErrors.CanTranslate(exception);

    /// <summary>
    /// True for exceptions of the engine, such as a stop or an error of a later command, which are thrown unchanged.
    /// </summary>
    public static bool IsOfEngine(Exception exception) => exception is IContainsErrorRecord;

    /// <summary>True if no further item of the pipeline could succeed.</summary>
    public static bool EndsPipeline(Exception exception) => exception is LakeException { EndsPipeline: true };

    /// <summary>The record for an exception; for an unexpected one, the record of <see cref="Fault.Unexpected"/>.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="command">The name of the cmdlet, for the text.</param>
    /// <param name="target">The target object if the exception has none.</param>
    public static ErrorRecord From(Exception exception, string command, object? target)
    {
        var error = exception as LakeException ?? (IsOurs(exception) ? SdkErrors.Translate(exception, command, target)
            : Fault.Unexpected(target, command, exception.GetType().Name, exception.Message, inner: exception));
        return new ErrorRecord(error, IdPrefix + error.Id, CategoryOf(error.Category), error.Target ?? target);
    }

    /// <summary>
    /// Makes an error of several parts readable. In scripts, ConciseView joins the lines of a message into one paragraph, but not those of
    /// a recommendation. Other views do not show recommendations. So the parts are stored where $ErrorView shows them.
    /// Exception.Message always has all parts.
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
        LakeErrorCategory.File => ErrorCategory.OpenError,
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
