using System.Runtime.CompilerServices;

namespace LakeTools.Core.Calls;

/// <summary>Reads the pages of a list, and translates the errors of its calls.</summary>
internal static class Pages
{
    /// <summary>Runs each call for a page with a function that translates its errors.</summary>
    /// <typeparam name="TPage">The type of a page.</typeparam>
    /// <param name="pages">The pages of a paginator of the client.</param>
    /// <param name="call">Runs a call. Its exceptions end the list.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The pages.</returns>
    public static async IAsyncEnumerable<TPage> CalledBy<TPage>(this IAsyncEnumerable<TPage> pages, Func<Func<Task<bool>>, Task<bool>> call,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var page = pages.GetAsyncEnumerator(cancellationToken);
        await using (page.ConfigureAwait(false))
            while (await call(() => page.MoveNextAsync().AsTask()).ConfigureAwait(false)) yield return page.Current;
    }
}
