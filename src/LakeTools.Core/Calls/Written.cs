using LakeTools.Rules.Errors;

namespace LakeTools.Core.Calls;

/// <summary>
/// The result of a write that the service has confirmed. It is read only for callers that show it: the write is complete, whether the
/// result can be read or not.
/// </summary>
/// <typeparam name="T">The result.</typeparam>
public sealed class Written<T>
{
    private const int Attempts = 6; // four seconds on average, and seven at most

    private readonly string _what;
    private readonly object _target;
    private readonly Func<CancellationToken, Task<T>> _read;
    private readonly RetryPause _pause;

    /// <summary>A result that can be read.</summary>
    /// <param name="pause">Waits between the attempts.</param>
    /// <param name="target">The ID or the name of what was written, which is the target of the error.</param>
    /// <param name="what">What was done, as a sentence without its dot.</param>
    /// <param name="read">Reads it.</param>
    internal Written(RetryPause pause, object target, string what, Func<CancellationToken, Task<T>> read) =>
        (_pause, _target, _what, _read) = (pause, target, what, read);

    /// <summary>Reads the result. Services may not find it for a moment, as they answer from several copies.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The result.</returns>
    /// <exception cref="LakeException"><c>ResultNotRead</c>.</exception>
    public async Task<T> ReadAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await _read(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error) when (LaterStep.HasFailed(error, cancellationToken))
            {
                if (attempt == Attempts || LaterStep.Translated(error, _target).Category != LakeErrorCategory.NotFound)
                    throw LaterStep.NotRead(_target, _what, error);
            }

            await _pause.AfterAsync(attempt, cancellationToken).ConfigureAwait(false);
        }
    }
}
