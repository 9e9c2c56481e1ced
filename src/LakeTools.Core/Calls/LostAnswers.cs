using System.Collections;
using System.Globalization;
using Amazon.Runtime;
using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Calls;

/// <summary>
/// A request can succeed even if its response is lost. The SDK then retries, and gets the error that the resource already exists, or is not
/// in the required state. This class reads the resource to find out whether the first attempt succeeded: then there is no error.
/// </summary>
internal static class LostAnswers
{
    // Members that the service sets, or that are only sent to it.
    private static readonly string[] s_notCompared = ["VersionId", "CatalogId", "ClientToken", "ClientRequestToken", "Tags"];

    /// <summary>
    /// Creates a resource. If a retry after a lost response fails, and the existing resource has the requested properties, it succeeds.
    /// </summary>
    /// <param name="make">The call.</param>
    /// <param name="asked">The requested properties: an object of the SDK.</param>
    /// <param name="read">Reads the existing resource: an object of the SDK with members of the same names.</param>
    /// <returns>True, for callers that need a result.</returns>
    public static Task<bool> MakeAsync(Func<Task> make, object asked, Func<Task<object?>> read) =>
        CallAsync(make, async () => Holds(asked, await read().ConfigureAwait(false)));

    /// <summary>Makes a call. If a retry after a lost response fails, and the effect of the call exists, it succeeds.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isDone">Returns whether the effect of the call exists.</param>
    /// <returns>True, for callers that need a result.</returns>
    public static async Task<bool> CallAsync(Func<Task> call, Func<Task<bool>> isDone)
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (AmazonServiceException refusal) when (SdkTries.MayBeOurs(refusal))
        {
            if (!await IsDoneAsync(isDone).ConfigureAwait(false)) throw;
        }

        return true;
    }

    private static async Task<bool> IsDoneAsync(Func<Task<bool>> isDone)
    {
        try
        {
            return await isDone().ConfigureAwait(false);
        }
        catch (Exception error) when (error is LakeException or AmazonServiceException && (error as LakeException
            ?? SdkErrors.Translate(error, "", null)).Category is LakeErrorCategory.NotFound or LakeErrorCategory.PermissionDenied)
        {
            return false;
        }
    }

    /// <summary>True if all requested properties are equal. Other properties are not compared.</summary>
    /// <param name="asked">An object of the SDK.</param>
    /// <param name="found">An object of the SDK with members of the same names.</param>
    public static bool Holds(object? asked, object? found) => (asked, found) switch
    {
        (null, _) => true,
        (_, null) => asked is ICollection { Count: 0 },
        // services store some names in lowercase
        (string or ConstantClass, _) => string.Equals(asked.ToString(), found.ToString(), StringComparison.OrdinalIgnoreCase),
        (IDictionary one, IDictionary other) =>
            one.Count == other.Count && one.Keys.Cast<object>().All(key => other.Contains(key) && Holds(one[key], other[key])),
        (IEnumerable one, IEnumerable other) =>
            one.Cast<object>().SequenceEqual(other.Cast<object>(), EqualityComparer<object>.Create((a, b) => Holds(a, b), _ => 0)),
        (IConvertible one, IConvertible other) =>
            one.ToString(CultureInfo.InvariantCulture) == other.ToString(CultureInfo.InvariantCulture),
        _ => asked.GetType().GetProperties()
            .Where(member => !s_notCompared.Contains(member.Name) && member.GetIndexParameters().Length == 0)
            .All(member => found.GetType().GetProperty(member.Name) is not { } same || Holds(member.GetValue(asked), same.GetValue(found))),
    };
}
