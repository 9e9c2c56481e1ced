using System.Collections;
using System.Globalization;
using Amazon.Runtime;
using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Calls;

/// <summary>
/// A request may have its effect though its answer is lost. The SDK asks again then, and is told that the thing is there already, or is in
/// another state than it must be. Whether that was our own work is what is read here: an error would be a lie.
/// </summary>
internal static class LostAnswers
{
    // Set by the service, or said to it alone.
    private static readonly string[] s_notCompared = ["VersionId", "CatalogId", "ClientToken", "ClientRequestToken", "Tags"];

    /// <summary>
    /// Makes something. Where it is refused after a try that got no answer, and what is there is what was asked for, it is made.
    /// </summary>
    /// <param name="make">The call.</param>
    /// <param name="asked">What is asked for: an object of the SDK.</param>
    /// <param name="read">Reads what is there: an object of the SDK with members of the same names.</param>
    /// <returns>True, for who needs a result.</returns>
    public static Task<bool> MakeAsync(Func<Task> make, object asked, Func<Task<object?>> read) =>
        CallAsync(make, async () => Holds(asked, await read().ConfigureAwait(false)));

    /// <summary>Carries out a call. Where it is refused after a try that got no answer, and its work is done, it is well.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isDone">Says whether what the call is for is so.</param>
    /// <returns>True, for who needs a result.</returns>
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
        catch (AmazonServiceException error)
            when (SdkErrors.Translate(error, "", null).Category is LakeErrorCategory.NotFound or LakeErrorCategory.PermissionDenied)
        {
            return false;
        }
    }

    /// <summary>True where all that was asked for is found. What was not asked for may be anything.</summary>
    /// <param name="asked">An object of the SDK.</param>
    /// <param name="found">An object of the SDK with members of the same names.</param>
    public static bool Holds(object? asked, object? found) => (asked, found) switch
    {
        (null, _) => true,
        (_, null) => asked is ICollection { Count: 0 },
        // services fold names
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
