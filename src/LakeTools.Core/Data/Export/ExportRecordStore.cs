using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Data.Export;

/// <summary>Reads and writes the record of exports to one place, only ever over the record that the writer knows.</summary>
/// <param name="client">Reaches the place.</param>
/// <param name="folder">The place.</param>
internal sealed class ExportRecordStore(IAmazonS3 client, S3Uri folder)
{
    /// <summary>The place.</summary>
    public S3Uri Folder { get; } = folder;

    /// <summary>The record's address.</summary>
    public S3Uri Uri { get; } = folder.Append(ExportRecord.Name);

    /// <summary>Finds the record.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The record; null if there is none, or where the caller may not look.</returns>
    /// <exception cref="LakeException"><c>ExportRecordInvalid</c>.</exception>
    public async Task<FoundRecord?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetObjectAsync(new GetObjectRequest { BucketName = Uri.Bucket, Key = Uri.Key },
                cancellationToken).ConfigureAwait(false);
            using var content = new MemoryStream();
            await response.ResponseStream.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
            content.Position = 0;
            return new FoundRecord(ExportRecord.Read(Uri, content), response.ETag, (response.LastModified ?? default).ToUniversalTime());
        }
        catch (AmazonS3Exception error) when (error.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            return null;
        }
    }

    /// <summary>Writes the record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="etag">The entity tag of the record that it takes the place of; null if there is none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new entity tag; null if somebody else was first, so nothing was written.</returns>
    public async Task<string?> TryWriteAsync(ExportRecord record, string? etag, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(record.ToJson());
        var request = new PutObjectRequest
        {
            BucketName = Uri.Bucket,
            Key = Uri.Key,
            InputStream = content,
            ContentType = "application/json",
            IfNoneMatch = etag is null ? "*" : null,
            IfMatch = etag,
        };
        try
        {
            return (await client.PutObjectAsync(request, cancellationToken).ConfigureAwait(false)).ETag;
        }
        catch (AmazonS3Exception error) when (error.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict
            || error.ErrorCode == "NoSuchKey")
        {
            // It may be this process, if the response to the first attempt was lost.
            var found = await FindAsync(cancellationToken).ConfigureAwait(false);
            return found is not null && found.Record.Run == record.Run && found.Record.State == record.State
                && found.Record.Beat == record.Beat
                ? found.ETag : null;
        }
    }

    /// <summary>Removes the record, if it is still the version that the caller knows.</summary>
    /// <param name="etag">Its entity tag.</param>
    /// <returns>The call.</returns>
    public async Task RemoveAsync(string etag)
    {
        try
        {
            await client.DeleteObjectAsync(new DeleteObjectRequest { BucketName = Uri.Bucket, Key = Uri.Key, IfMatch = etag })
                .ConfigureAwait(false);
        }
        catch (AmazonS3Exception error)
            when (error.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.NotFound or HttpStatusCode.Conflict)
        {
            // Somebody else has ended it.
        }
    }
}
