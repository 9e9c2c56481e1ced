using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Objects;

/// <summary>Removes objects in batches.</summary>
public static class ObjectRemoval
{
    /// <summary>The maximum number of objects of one call.</summary>
    public const int BatchSize = 1000;

    /// <summary>Removes objects of one bucket.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="keys">The keys, at most <see cref="BatchSize"/>. A missing object counts as removed.</param>
    /// <param name="onFailure">Receives the error of each object that was not removed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The call.</returns>
    public static async Task RemoveAsync(LakeConnection connection, string bucket, IReadOnlyList<string> keys,
        Action<LakeException> onFailure,
        CancellationToken cancellationToken)
    {
        // A batch has its keys in XML. A key that XML cannot contain needs a separate call, which has the key in the URL.
        foreach (var key in keys.Where(key => !EncodedKeys.FitsXml(key)))
            await RemoveAsync(connection, new S3Uri(bucket, key), onFailure, cancellationToken).ConfigureAwait(false);
        var request = new DeleteObjectsRequest
        {
            BucketName = bucket,
            Quiet = true,
            Objects = [.. keys.Where(EncodedKeys.FitsXml).Select(key => new KeyVersion { Key = key })],
        };
        if (request.Objects.Count == 0) return;
        var all = request.Objects.ConvertAll(version => version.Key);
        var failures = await BatchTries.SendAsync(all, async some =>
        {
            request.Objects = [.. some.Select(key => new KeyVersion { Key = key })];
            try
            {
                await connection.Clients.S3.DeleteObjectsAsync(request, cancellationToken).ConfigureAwait(false);
                return BatchTries.ByItem(some.Count, []);
            }
            catch (DeleteObjectsException error)
            {
                return BatchTries.ByItem(some.Count, (error.Response.DeleteErrors ?? []).Select(failure => (
                    some.ToList().IndexOf(failure.Key), new EntryFailure(failure.Code, failure.Message, error))));
            }
            catch (AmazonS3Exception error) when (error.ErrorCode == "NoSuchBucket")
            {
                throw Buckets.NotFound(error, bucket);
            }
        }, RetryPause.For(connection.Options.Local?.Http), cancellationToken).ConfigureAwait(false);
        foreach (var (index, failure) in failures.OrderBy(one => one.Key))
            onFailure(Failure(new S3Uri(bucket, all[index]), failure.Code, failure.Message, failure.Cause));
    }

    private static async Task RemoveAsync(LakeConnection connection, S3Uri uri, Action<LakeException> onFailure,
        CancellationToken cancellationToken)
    {
        try
        {
            await connection.Clients.S3.DeleteObjectAsync(uri.Bucket, uri.Key, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonS3Exception error) when (error.ErrorCode == "NoSuchBucket")
        {
            throw Buckets.NotFound(error, uri.Bucket);
        }
        catch (AmazonS3Exception error)
        {
            onFailure(Failure(uri, error.ErrorCode, error.Message, error));
        }
    }

    private static LakeException Failure(S3Uri uri, string? code, string? message, Exception? cause)
    {
        var text = uri.ToString();
        return code == "AccessDenied"
            ? Fault.AccessDenied(text, "S3", $"removing {text}", message, inner: cause)
            : Fault.ServiceError(text, "S3", $"removing {text}", message, inner: cause);
    }
}
