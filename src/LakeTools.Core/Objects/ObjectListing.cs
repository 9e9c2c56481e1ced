using System.Net;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Objects;

/// <summary>Finds objects.</summary>
public static class ObjectListing
{
    /// <summary>The one object at an address.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="uri">The URI, without wildcards.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The object, or null if there is none.</returns>
    public static Task<LakeObject?> GetAsync(LakeConnection connection, S3Uri uri, CancellationToken cancellationToken) =>
        GetAsync(connection.Clients.S3, uri, cancellationToken);

    /// <summary>The one object at an address, or null if there is none.</summary>
    internal static async Task<LakeObject?> GetAsync(IAmazonS3 client, S3Uri uri, CancellationToken cancellationToken)
    {
        try
        {
            var head = await client.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = uri.Bucket, Key = uri.Key },
                cancellationToken)
                .ConfigureAwait(false);
            return new LakeObject(uri.ToString(), uri.Bucket, uri.Key, head.ContentLength, (head.LastModified ?? default)
                .ToLocalTime(), Bare(head.ETag),
                head.StorageClass?.Value ?? "STANDARD", head.VersionId);
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>Every object whose key begins with a prefix, by key.</summary>
    internal static async IAsyncEnumerable<LakeObject> ListAsync(IAmazonS3 client, string bucket, string prefix,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = prefix };
        await foreach (var page in PagesAsync(client, request, cancellationToken).ConfigureAwait(false))
            foreach (var item in page.S3Objects) yield return Found(bucket, item);
    }

    /// <summary>One level of keys: each <see cref="LakeFolder"/> and <see cref="LakeObject"/> that is in a folder.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="uri">The folder, with or without its slash; behind its last slash there may be wildcards.</param>
    /// <param name="isLiteral">True if no character of the address is a wildcard.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>The contents, page by page, by key.</returns>
    /// <exception cref="LakeException"><c>InvalidS3Uri</c>, <c>BucketNameInvalid</c>, <c>BucketNotFound</c>, <c>ObjectNotFound</c>,
    /// <c>FolderWildcardTooEarly</c>.</exception>
    public static async IAsyncEnumerable<object> ListLevelAsync(LakeConnection connection, string uri, bool isLiteral,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var source = new ObjectSource(uri, isLiteral);
        var key = S3Uri.Parse(uri).Key;
        var pattern = source.HasWildcards ? new KeyPattern(key) : null;
        var folder = source.Key.Length == 0 ? "" : source.Folder;
        if (pattern is not null && key.LastIndexOf('/') > source.Key.LastIndexOf('/')) throw Fault.FolderWildcardTooEarly(uri);
        var prefix = pattern is null ? folder : source.Key;
        var request = new ListObjectsV2Request { BucketName = source.Bucket, Prefix = prefix, Delimiter = "/" };
        var isFound = source.HasWildcards || folder.Length == 0;
        await foreach (var page in PagesAsync(connection.Clients.S3, request, cancellationToken).ConfigureAwait(false))
        {
            var folders = page.CommonPrefixes.Where(found => pattern?.IsMatch(found[..^1]) != false)
                .Select(found => (Key: found, Item: (object)new LakeFolder($"s3://{source.Bucket}/{found}", source.Bucket, found,
                    found[folder.Length..^1])));
            var objects = page.S3Objects.Where(item => pattern?.IsMatch(item.Key) != false)
                .Select(item => (item.Key, Item: (object)Found(source.Bucket, item)));
            foreach (var (_, item) in folders.Concat(objects).OrderBy(found => found.Key, StringComparer.Ordinal))
            {
                isFound = true;
                yield return item;
            }
        }

        if (!isFound) throw NotFound(uri);
    }

    // A missing bucket has its own error.
    private static async IAsyncEnumerable<ListObjectsV2Response> PagesAsync(IAmazonS3 client, ListObjectsV2Request request,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = EncodedKeys.PagesAsync(client, request, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var closing = pages.ConfigureAwait(false);
        while (true)
        {
            try
            {
                if (!await pages.MoveNextAsync().ConfigureAwait(false)) yield break;
            }
            catch (AmazonS3Exception error) when (error.ErrorCode == "NoSuchBucket")
            {
                throw Buckets.NotFound(error, request.BucketName);
            }

            yield return pages.Current;
        }
    }

    private static LakeObject Found(string bucket, S3Object item) => new(
        $"s3://{bucket}/{item.Key}",
        bucket,
        item.Key,
        item.Size ?? 0,
        (item.LastModified ?? default).ToLocalTime(),
        Bare(item.ETag),
        item.StorageClass?.Value ?? "STANDARD",
        null);

    internal static LakeException NotFound(string uri) =>
        Fault.ObjectNotFound(uri, uri);

    internal static LakeException Exists(Exception? cause, S3Uri uri) =>
        Fault.ObjectExists(uri.ToString(), uri, inner: cause);

    internal static string Bare(string? etag) => etag?.Trim('"') ?? "";
}
