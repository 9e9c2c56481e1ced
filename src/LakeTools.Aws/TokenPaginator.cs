using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace LakeTools.Aws;

/// <summary>Walks the pages of a list by its token; goes under the SDK's own PaginatedResponse.</summary>
/// <typeparam name="TRequest">The list's request.</typeparam>
/// <typeparam name="TResponse">The list's response.</typeparam>
/// <param name="request">The first page's request.</param>
/// <param name="call">The client's method.</param>
/// <param name="setToken">Puts a token into the request.</param>
/// <param name="nextToken">Reads the next page's token; an empty one ends the list, an empty page does not.</param>
public sealed class TokenPaginator<TRequest, TResponse>(TRequest request, Func<TRequest, CancellationToken, Task<TResponse>> call,
    Action<TRequest, string?> setToken, Func<TResponse, string?> nextToken) : IPaginator<TResponse>
{
    private int _used;

    /// <inheritdoc/>
    public async IAsyncEnumerable<TResponse> PaginateAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _used, 1) != 0)
            throw new InvalidOperationException("This paginator was already enumerated; ask the client for a new one.");
        string? token = null;
        do
        {
            var page = await call(request, cancellationToken).ConfigureAwait(false);
            var last = token;
            token = nextToken(page);
            // The same page would come again for ever.
            if (!string.IsNullOrEmpty(token) && token == last)
                throw new AmazonClientException(
                    $"The list is not complete: its next page has the same token as the page before it, {token}.");
            setToken(request, token);
            yield return page;
        }
        while (!string.IsNullOrEmpty(token));
    }
}
