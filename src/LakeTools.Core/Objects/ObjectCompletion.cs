using Amazon.S3.Model;

namespace LakeTools.Core.Objects;

/// <summary>Finds how the beginning of an address may go on.</summary>
public static class ObjectCompletion
{
    private const int MostResults = 100;
    private const string Scheme = "s3://";

    /// <summary>The buckets, or folders and objects, that an address may go on to.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="word">The address's beginning.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Addresses in order; buckets and folders end with a slash.</returns>
    public static async Task<IReadOnlyList<string>> CompleteAsync(LakeConnection connection, string word,
        CancellationToken cancellationToken)
    {
        if (!word.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            if (!Scheme.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return [];
            word = Scheme;
        }

        var rest = word[Scheme.Length..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            var buckets = await connection.Clients.S3.ListBucketsAsync(new ListBucketsRequest { Prefix = rest }, cancellationToken)
                .ConfigureAwait(false);
            return (buckets.Buckets ?? []).Where(bucket => bucket.BucketName.StartsWith(rest, StringComparison.Ordinal))
                .Select(bucket => $"{Scheme}{bucket.BucketName}/").Take(MostResults).ToList();
        }

        var request = new ListObjectsV2Request { BucketName = rest[..slash], Prefix = rest[(slash + 1)..], Delimiter = "/",
            MaxKeys = MostResults };
        var page = await EncodedKeys.PageAsync(connection.Clients.S3, request, cancellationToken).ConfigureAwait(false);
        return page.CommonPrefixes.Concat(page.S3Objects.Select(item => item.Key))
            .Select(key => $"{Scheme}{request.BucketName}/{key}").Order(StringComparer.Ordinal).ToList();
    }
}
