using Amazon.Runtime;

namespace LakeTools.Core.Calls;

/// <summary>The tokens of lists that are read page by page.</summary>
internal static class PageToken
{
    /// <summary>The token of the next page. A service that returns the same token again would return the same page for ever.</summary>
    /// <param name="last">The token of the page that was read; null for the first one.</param>
    /// <param name="next">The token of the page after it; null or empty for none.</param>
    /// <returns>The token of the next page.</returns>
    /// <exception cref="AmazonClientException">It is the token of the page that was read.</exception>
    public static string? Next(string? last, string? next) => !string.IsNullOrEmpty(next) && next == last
        ? throw new AmazonClientException($"The list is not complete: its next page has the same token as the page before it, {next}.")
        : next;
}
