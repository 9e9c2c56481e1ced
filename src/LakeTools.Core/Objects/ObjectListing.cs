using System.Net;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Objects;

/// <summary>Finds objects.</summary>
public static class ObjectListing
{
    /// <summary>The one object at an address.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="uri">The address; nothing in it is a wildcard.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The object, or null where there is none.</returns>
    public static Task<LakeObject?> GetAsync(LakeConnection connection, S3Uri uri, CancellationToken cancellationToken) =>
        GetAsync(connection.Clients.S3, uri, cancellationToken);

    /// <summary>The one object at an address, or null where there is none.</summary>
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
        var pages = EncodedKeys.PagesAsync(client, new ListObjectsV2Request { BucketName = bucket, Prefix = prefix }, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        await using var closing = pages.ConfigureAwait(false);
        while (true)
        {
            try
            {
                if (!await pages.MoveNextAsync().ConfigureAwait(false)) yield break;
            }
            catch (AmazonS3Exception error) when (error.ErrorCode == "NoSuchBucket")
            {
                throw Buckets.NotFound(error, bucket);
            }

            foreach (var item in pages.Current.S3Objects)
            {
                yield return new LakeObject(
                    $"s3://{bucket}/{item.Key}",
                    bucket,
                    item.Key,
                    item.Size ?? 0,
                    (item.LastModified ?? default).ToLocalTime(),
                    Bare(item.ETag),
                    item.StorageClass?.Value ?? "STANDARD",
                    null);
            }
        }
    }

    internal static LakeException NotFound(string uri) =>
        Fault.ObjectNotFound(uri, uri);

    internal static LakeException Exists(Exception? cause, S3Uri uri) =>
        Fault.ObjectExists(uri.ToString(), uri, inner: cause);

    internal static string Bare(string? etag) => etag?.Trim('"') ?? "";
}
