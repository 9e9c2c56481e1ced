using LakeTools.Rules.Errors;

namespace LakeTools.Core.Calls;

/// <summary>Reads more of what a list has, while others may remove it.</summary>
internal static class ListedThing
{
    /// <summary>
    /// Reads more of a thing that a list has. A thing is gone if it is not found twice. Once, a part of it may be gone that the first
    /// attempt had found.
    /// </summary>
    /// <param name="read">Reads.</param>
    /// <param name="isNotFound">Whether an error says that something is not there.</param>
    /// <param name="gone">The result for a thing that is gone.</param>
    /// <returns>The result.</returns>
    public static async Task<T> ReadAsync<T>(Func<Task<T>> read, Func<Exception, bool> isNotFound, T gone)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception error) when (isNotFound(error))
        {
            try
            {
                return await read().ConfigureAwait(false);
            }
            catch (Exception again) when (isNotFound(again))
            {
                return gone;
            }
        }
    }

    /// <summary>The same for an error of LakeTools.</summary>
    /// <param name="read">Reads.</param>
    /// <param name="id">The id of the error that says that the thing is not there.</param>
    /// <param name="gone">The result for a thing that is gone.</param>
    /// <returns>The result.</returns>
    public static Task<T> ReadAsync<T>(Func<Task<T>> read, string id, T gone) =>
        ReadAsync(read, error => (error as LakeException)?.Id == id, gone);
}
