using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Calls;

/// <summary>A call of a command that has already changed something with another call.</summary>
internal static class LaterStep
{
    /// <summary>Makes the call. If it fails, the error says what was changed, and what was not.</summary>
    /// <param name="target">The resource.</param>
    /// <param name="done">What was changed before, as a sentence without its dot; null if nothing was.</param>
    /// <param name="rest">What the call changes, as the rest of that sentence after 'but'.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">The token of the call.</param>
    /// <returns>The result of the call.</returns>
    /// <exception cref="LakeException"><c>ChangedPartly</c>.</exception>
    public static async Task<T> CallAsync<T>(object target, string? done, string rest, Func<Task<T>> call,
        CancellationToken cancellationToken)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception error) when (done is not null && HasFailed(error, cancellationToken))
        {
            throw Fault.ChangedPartly(target, done, rest, Translated(error, target).Message, inner: error);
        }
    }

    /// <summary>The error of a result that cannot be read after its write.</summary>
    /// <param name="target">The ID or the name of what was written.</param>
    /// <param name="what">What was done, as a sentence without its dot.</param>
    /// <param name="error">Why it cannot be read.</param>
    /// <returns><c>ResultNotRead</c>.</returns>
    public static LakeException NotRead(object target, string what, Exception error) =>
        Fault.ResultNotRead(target, what, Translated(error, target).Message, inner: error);

    /// <summary>The error of LakeTools for an exception of a call.</summary>
    /// <param name="error">The exception.</param>
    /// <param name="target">The resource.</param>
    public static LakeException Translated(Exception error, object target) =>
        error as LakeException ?? SdkErrors.Translate(error, "the request", target);

    /// <summary>True if a call failed, and was not stopped.</summary>
    /// <param name="error">The exception.</param>
    /// <param name="cancellationToken">The token of the call.</param>
    public static bool HasFailed(Exception error, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested && (error is LakeException || SdkErrors.CanTranslate(error));
}
