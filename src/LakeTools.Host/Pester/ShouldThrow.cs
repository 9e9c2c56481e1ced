namespace LakeTools.Host.Pester;

/// <summary>Should -Throw.</summary>
internal static class ShouldThrow
{
    /// <summary>Runs a block and catches what it throws; null where it throws nothing.</summary>
    public static ErrorRecord? Run(ScriptBlock block, CommandInvocationIntrinsics invoke, Type? wanted)
    {
        try
        {
            invoke.InvokeScript(true, block, null, null);
            return null;
        }
        catch (RuntimeException e)
        {
            // A method's own exception is wrapped; a test may ask for either.
            return e is CmdletInvocationException or MethodInvocationException && e.InnerException is { } inner
                && wanted?.IsInstanceOfType(inner) == true
                ? new ErrorRecord(inner, e.ErrorRecord.FullyQualifiedErrorId, e.ErrorRecord.CategoryInfo.Category,
                    e.ErrorRecord.TargetObject)
                : e.ErrorRecord;
        }
        catch (Exception e) when (e is not PipelineStoppedException)
        {
            return new ErrorRecord(e, e.GetType().Name, ErrorCategory.NotSpecified, null);
        }
    }

    public static ShouldOutcome Judge(ErrorRecord? error, string? message, string? errorId, Type? exceptionType)
    {
        var wanted = (string.IsNullOrEmpty(message) ? "" : $" with message like {ShouldValue.Show(message)}")
            + (errorId is null ? "" : $" with FullyQualifiedErrorId {ShouldValue.Show(errorId)}")
            + (exceptionType is null ? "" : $" with type [{exceptionType}]");
        if (error is null) return new ShouldOutcome(false,
            $"Expected an exception{wanted} to {{not}}be thrown{{because}}, but no exception was thrown.");
        var holds = (string.IsNullOrEmpty(message) || Like(message, error.Exception.Message))
            && (errorId is null || Like(errorId, error.FullyQualifiedErrorId))
            && (exceptionType is null || exceptionType.IsInstanceOfType(error.Exception));
        return new ShouldOutcome(holds,
            $"Expected an exception{wanted} to {{not}}be thrown{{because}}, but an exception \"{error.Exception.Message}\" [{error.Exception.GetType()}] with FullyQualifiedErrorId '{error.FullyQualifiedErrorId}' was thrown.");
    }

    private static bool Like(string pattern, string text) => new WildcardPattern(pattern, WildcardOptions.IgnoreCase).IsMatch(text);
}
