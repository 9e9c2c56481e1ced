using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Objects;

/// <summary>Removes objects, as many to a call as S3 takes.</summary>
public static class ObjectRemoval
{
    /// <summary>How many objects S3 removes in one call.</summary>
    public const int BatchSize = 1000;

    /// <summary>Removes objects of one bucket.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="keys">The keys, at most <see cref="BatchSize"/>. One that is not there counts as removed.</param>
    /// <param name="onFailure">Takes the error of each object that was not removed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The call.</returns>
    public static async Task RemoveAsync(LakeConnection connection, string bucket, IReadOnlyList<string> keys,
        Action<LakeException> onFailure,
        CancellationToken cancellationToken)
    {
        var request = new DeleteObjectsRequest { BucketName = bucket, Quiet = true,
            Objects = keys.Select(key => new KeyVersion { Key = key }).ToList() };
        try
        {
            await connection.Clients.S3.DeleteObjectsAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (DeleteObjectsException error)
        {
            foreach (var failure in error.Response.DeleteErrors ?? [])
            {
                var uri = $"s3://{bucket}/{failure.Key}";
                onFailure(failure.Code == "AccessDenied"
                    ? Fault.AccessDenied(uri, "S3", $"removing {uri}", failure.Message, inner: error)
                    : Fault.ServiceError(uri, "S3", $"removing {uri}", failure.Message, inner: error));
            }
        }
        catch (AmazonS3Exception error) when (error.ErrorCode == "NoSuchBucket")
        {
            throw Buckets.NotFound(error, bucket);
        }
    }
}
