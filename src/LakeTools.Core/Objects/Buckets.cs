using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Objects;

/// <summary>Creates, finds and removes buckets.</summary>
public static class Buckets
{
    // Only in this Region, S3 accepts no location constraint, and a second creation of the caller's own bucket succeeds.
    private const string RegionWithoutConstraint = "us-east-1";
    private const int PageSize = 1000;

    /// <summary>Creates a bucket in the connection's Region.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The bucket.</returns>
    /// <exception cref="LakeException"><c>BucketNameInvalid</c>, <c>BucketExists</c>.</exception>
    public static async Task<LakeBucket> CreateAsync(LakeConnection connection, string name, CancellationToken cancellationToken)
    {
        BucketName.CheckNew(name);
        var request = new PutBucketRequest { BucketName = name };
        if (connection.Region != RegionWithoutConstraint)
            request.PutBucketConfiguration = new PutBucketConfiguration { LocationConstraint = connection.Region };
        else if (await ExistsAsync(connection, name, cancellationToken).ConfigureAwait(false)) throw Exists(null, name);
        try
        {
            await connection.Clients.S3.PutBucketAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonS3Exception error) when (error.ErrorCode == "BucketAlreadyOwnedByYou" && SdkTries.MayBeOurs(error))
        {
            // An earlier attempt created it, and its response was lost.
        }
        catch (AmazonS3Exception error) when (error.ErrorCode is "BucketAlreadyOwnedByYou" or "BucketAlreadyExists")
        {
            throw Exists(error, name);
        }

        return new LakeBucket(name, connection.Region, $"s3://{name}/");
    }

    /// <summary>Finds buckets of the caller's account, in every region.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="name">A name, or a pattern of names.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The buckets by name, page by page.</returns>
    /// <exception cref="LakeException"><c>BucketNotFound</c> where a name has no wildcards.</exception>
    public static async IAsyncEnumerable<LakeBucket> FindAsync(LakeConnection connection, string name,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pattern = new KeyPattern(name);
        var request = new ListBucketsRequest { MaxBuckets = PageSize, Prefix = pattern.Prefix.Length > 0 ? pattern.Prefix : null };
        var isFound = false;
        do
        {
            var page = await connection.Clients.S3.ListBucketsAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (var item in page.Buckets ?? [])
            {
                if (!pattern.IsMatch(item.BucketName)) continue;
                isFound = true;
                yield return new LakeBucket(item.BucketName, item.BucketRegion ?? connection.Region, $"s3://{item.BucketName}/")
                {
                    CreatedOn = item.CreationDate?.ToLocalTime(),
                };
            }

            request.ContinuationToken = PageToken.Next(request.ContinuationToken, page.ContinuationToken);
        }
        while (!string.IsNullOrEmpty(request.ContinuationToken));
        if (!isFound && !pattern.HasWildcards) throw Fault.BucketNotFound(pattern.Prefix);
    }

    /// <summary>Removes a bucket.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The call.</returns>
    /// <exception cref="LakeException"><c>BucketNameInvalid</c>, <c>BucketNotFound</c>, <c>BucketNotEmpty</c>.</exception>
    public static async Task RemoveAsync(LakeConnection connection, string name, CancellationToken cancellationToken)
    {
        BucketName.Check(name);
        try
        {
            await connection.Clients.S3.DeleteBucketAsync(new DeleteBucketRequest { BucketName = name }, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (AmazonS3Exception error) when (error.ErrorCode is "NoSuchBucket")
        {
            throw NotFound(error, name);
        }
        catch (AmazonS3Exception error) when (error.ErrorCode is "BucketNotEmpty")
        {
            throw Fault.BucketNotEmpty(name, inner: error);
        }
    }

    private static async Task<bool> ExistsAsync(LakeConnection connection, string name, CancellationToken cancellationToken)
    {
        try
        {
            await connection.Clients.S3.HeadBucketAsync(new HeadBucketRequest { BucketName = name }, cancellationToken)
                .ConfigureAwait(false);
            return true;
        }
        catch (AmazonS3Exception)
        {
            return false; // or somebody else's, which the attempt to make it will tell
        }
    }

    private static LakeException Exists(AmazonS3Exception? error, string name) =>
        Fault.BucketExists(
            name,
            error?.ErrorCode == "BucketAlreadyExists" ? ", and belongs to another account: "
                + "bucket names are unique across all accounts" : "",
            inner: error);

    internal static LakeException NotFound(Exception error, string name) =>
        Fault.BucketNotFound(name, inner: error);
}
