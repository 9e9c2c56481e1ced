using System.Runtime.CompilerServices;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>Reads things that may not be there.</summary>
internal static class Absent
{
    /// <summary>Nothing where one thing was asked for that is not there.</summary>
    /// <param name="things">The requested items.</param>
    /// <param name="id">The id of the error that says that it is not there.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public static async IAsyncEnumerable<T> Skip<T>(IAsyncEnumerable<T> things, string id,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var each = things.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await each.MoveNextAsync().ConfigureAwait(false)) yield break;
            }
            catch (LakeException error) when (error.Id == id)
            {
                yield break;
            }

            yield return each.Current;
        }
    }
}
