using System.Runtime.CompilerServices;

namespace LakeTools.Core.Calls;

/// <summary>Goes through the pages of a list whose calls have errors of their own.</summary>
internal static class Pages
{
    /// <summary>Has each call for a page run by what translates its errors.</summary>
    /// <typeparam name="TPage">The list's answer.</typeparam>
    /// <param name="pages">What a paginator of the client gives.</param>
    /// <param name="call">Runs a call; what it throws ends the list.</param>
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
