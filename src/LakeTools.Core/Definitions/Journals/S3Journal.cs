using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Definitions.Journals;

/// <summary>Journals as objects under a prefix of S3, for teams.</summary>
/// <param name="connection">The lake.</param>
/// <param name="prefix">Such as <c>s3://bucket/journals</c>.</param>
public sealed class S3Journal(LakeConnection connection, string prefix) : IJournalStore
{
    private readonly S3Uri _prefix = S3Uri.Parse(prefix.TrimEnd('/') + "/");

    /// <inheritdoc/>
    public string Location => prefix;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        var names = new List<string>();
        var request = new ListObjectsV2Request { BucketName = _prefix.Bucket, Prefix = _prefix.Key };
        await foreach (var page in EncodedKeys.PagesAsync(connection.Clients.S3, request, cancellationToken).ConfigureAwait(false))
            names.AddRange(page.S3Objects.Where(item => item.Key.EndsWith(".jsonl", StringComparison.Ordinal))
                .Select(item => item.Key[_prefix.Key.Length..]));
        return names;
    }

    /// <inheritdoc/>
    public async Task<bool> CreateAsync(string name, string text, CancellationToken cancellationToken)
    {
        try
        {
            await connection.Clients.S3.PutObjectAsync(
                new PutObjectRequest { BucketName = _prefix.Bucket, Key = _prefix.Key + name, ContentBody = text, IfNoneMatch = "*" },
                    cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (AmazonS3Exception error) when (error.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict)
        {
            // Perhaps it was ourselves: the answer to a first try got lost.
            return await ReadAsync(name, cancellationToken).ConfigureAwait(false) == text;
        }
    }

    /// <inheritdoc/>
    public async Task AppendAsync(string name, string text, CancellationToken cancellationToken)
    {
        // Objects are written whole; only who began an entry adds to it.
        var old = await ReadAsync(name, cancellationToken).ConfigureAwait(false)
            ?? throw Fault.ObjectNotFound($"{prefix}/{name}", _prefix with { Key = _prefix.Key + name });
        await connection.Clients.S3.PutObjectAsync(
            new PutObjectRequest { BucketName = _prefix.Bucket, Key = _prefix.Key + name, ContentBody = old + text }, cancellationToken)
                .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<string?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            using var found = await connection.Clients.S3.GetObjectAsync(_prefix.Bucket, _prefix.Key + name, cancellationToken)
                .ConfigureAwait(false);
            using var reader = new StreamReader(found.ResponseStream);
            return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }
}
