using System.Net;
using System.Text.RegularExpressions;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Core.Objects;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Data.Export;

/// <summary>
/// The uploads of exports whose process was killed: they are not listed as objects, and S3 keeps them without a limit. An upload that
/// began a day ago counts as abandoned.
/// </summary>
internal static partial class AbandonedUploads
{
    private static readonly TimeSpan s_age = TimeSpan.FromDays(1);

    /// <summary>Removes them, where the caller may.</summary>
    /// <param name="connection">Reaches the folder.</param>
    /// <param name="folder">The destination folder of the exports.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The work.</returns>
    public static async Task RemoveAsync(LakeConnection connection, S3Uri folder, TimeProvider clock, CancellationToken cancellationToken)
    {
        var request = new ListMultipartUploadsRequest { BucketName = folder.Bucket, Prefix = folder.Key };
        try
        {
            await foreach (var page in EncodedKeys.PagesAsync(connection.Clients.S3, request, cancellationToken).ConfigureAwait(false))
            {
                foreach (var upload in page.MultipartUploads)
                {
                    if (OurName().IsMatch(upload.Key)
                        && clock.GetUtcNow() - (upload.Initiated ?? DateTime.MaxValue).ToUniversalTime() > s_age)
                        await Objects.MultipartUpload.AbortAsync(connection.Clients.S3, folder.Bucket, upload.Key, upload.UploadId)
                            .ConfigureAwait(false);
                }
            }
        }
        catch (AmazonS3Exception error) when (error.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            // A caller who may write may have no permission to list. A lifecycle rule of the bucket has the same effect.
        }
    }

    [GeneratedRegex($"(^|/){ExportFile.NamePrefix}[0-9a-f]{{32}}[^/]*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex OurName();
}
