using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The settings of a bucket that no definition says, by name, as far as a new bucket does not have them.</summary>
internal static class BucketSettings
{
    // Each asks S3 whether a bucket has a setting.
    private static readonly (string Name, Func<IAmazonS3, string, CancellationToken, Task<bool>> IsThere)[] s_settings =
    [
        ("tags", async (s3, name, token) =>
            (await s3.GetBucketTaggingAsync(new GetBucketTaggingRequest { BucketName = name }, token).ConfigureAwait(false))
                .TagSet is { Count: > 0 }),
        ("policy", async (s3, name, token) =>
            (await s3.GetBucketPolicyAsync(new GetBucketPolicyRequest { BucketName = name }, token).ConfigureAwait(false))
                .Policy?.StartsWith('{') == true), // where there is none, the SDK gives the text of the error
        ("lifecycle rules", async (s3, name, token) =>
            (await s3.GetLifecycleConfigurationAsync(new GetLifecycleConfigurationRequest { BucketName = name }, token)
                .ConfigureAwait(false)).Configuration?.Rules is { Count: > 0 }),
        ("encryption by keys of one's own", async (s3, name, token) =>
            (await s3.GetBucketEncryptionAsync(new GetBucketEncryptionRequest { BucketName = name }, token).ConfigureAwait(false))
                .ServerSideEncryptionConfiguration?.ServerSideEncryptionRules?.Exists(rule => rule.ServerSideEncryptionByDefault
                    ?.ServerSideEncryptionAlgorithm is { } method && method != ServerSideEncryptionMethod.AES256) == true),
        ("rules of CORS", async (s3, name, token) =>
            (await s3.GetCORSConfigurationAsync(new GetCORSConfigurationRequest { BucketName = name }, token).ConfigureAwait(false))
                .Configuration?.Rules is { Count: > 0 }),
        ("website", async (s3, name, token) =>
            (await s3.GetBucketWebsiteAsync(new GetBucketWebsiteRequest { BucketName = name }, token).ConfigureAwait(false))
                .WebsiteConfiguration is { } site && (site.IndexDocumentSuffix ?? site.RedirectAllRequestsTo?.HostName) is not null),
        ("replication", async (s3, name, token) =>
            (await s3.GetBucketReplicationAsync(new GetBucketReplicationRequest { BucketName = name }, token).ConfigureAwait(false))
                .Configuration?.Rules is { Count: > 0 }),
        ("notifications", async (s3, name, token) =>
            await s3.GetBucketNotificationAsync(new GetBucketNotificationRequest { BucketName = name }, token).ConfigureAwait(false)
                is { TopicConfigurations.Count: > 0 } or { QueueConfigurations.Count: > 0 } or { LambdaFunctionConfigurations.Count: > 0 }
                    or { EventBridgeConfiguration: not null }),
        ("logging", async (s3, name, token) =>
            (await s3.GetBucketLoggingAsync(new GetBucketLoggingRequest { BucketName = name }, token).ConfigureAwait(false))
                .BucketLoggingConfig?.TargetBucketName is { Length: > 0 }),
        ("settings of public access", async (s3, name, token) =>
            (await s3.GetPublicAccessBlockAsync(new GetPublicAccessBlockRequest { BucketName = name }, token).ConfigureAwait(false))
                .PublicAccessBlockConfiguration is { } block && (block.BlockPublicAcls != true || block.BlockPublicPolicy != true
                    || block.IgnorePublicAcls != true || block.RestrictPublicBuckets != true)),
        ("ownership of objects", async (s3, name, token) =>
            (await s3.GetBucketOwnershipControlsAsync(new GetBucketOwnershipControlsRequest { BucketName = name }, token)
                .ConfigureAwait(false)).OwnershipControls?.Rules?.Exists(rule => rule.ObjectOwnership is { } owner
                    && owner != ObjectOwnership.BucketOwnerEnforced) == true),
        ("object lock", async (s3, name, token) =>
            (await s3.GetObjectLockConfigurationAsync(new GetObjectLockConfigurationRequest { BucketName = name }, token)
                .ConfigureAwait(false)).ObjectLockConfiguration?.ObjectLockEnabled is not null),
    ];

    /// <summary>Asks for each setting.</summary>
    /// <param name="s3">Calls S3.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The names of what the bucket has; of what the caller may not read, that it was not read.</returns>
    public static async Task<IReadOnlyList<string>> OfAsync(IAmazonS3 s3, string bucket, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var (name, isThere) in s_settings)
        {
            try
            {
                if (await isThere(s3, bucket, cancellationToken).ConfigureAwait(false)) found.Add(name);
            }
            catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.Forbidden)
            {
                found.Add($"{name} (which you may not read)");
            }
            catch (AmazonS3Exception error) when (error.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.NotImplemented)
            {
                // It has none, or what represents S3 knows no such setting.
            }
        }

        return found;
    }
}
