using System.Globalization;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>Conditional requests (RFC 9110, section 13, with what S3 adds for writing).</summary>
internal static class Conditions
{
    /// <summary>Throws 412 or 304 where a read should not take place.</summary>
    /// <param name="request">The request.</param>
    /// <param name="item">The object.</param>
    /// <param name="prefix">Before the headers' names: <c>x-amz-copy-source-</c> for the source of a copy, else empty.</param>
    public static void CheckRead(WireRequest request, StoredObject item, string prefix = "")
    {
        var isCopy = prefix.Length > 0;
        if (request.Header(prefix + "If-Match") is { } match)
        {
            if (!Names(match, item.ETag)) throw S3Error.PreconditionFailed();
        }
        else if (Date(request.Header(prefix + "If-Unmodified-Since")) is { } unmodified && WholeSeconds(item.Modified) > unmodified)
        {
            throw S3Error.PreconditionFailed();
        }

        if (request.Header(prefix + "If-None-Match") is { } noneMatch)
        {
            if (Names(noneMatch, item.ETag)) throw isCopy ? S3Error.PreconditionFailed() : NotModified();
        }
        else if (Date(request.Header(prefix + "If-Modified-Since")) is { } modified && WholeSeconds(item.Modified) <= modified)
        {
            throw isCopy ? S3Error.PreconditionFailed() : NotModified();
        }
    }

    /// <summary>Throws where a write should not take place. S3 knows If-None-Match with a star only.</summary>
    /// <param name="request">The request.</param>
    /// <param name="item">The object that is there; null where there is none.</param>
    public static void CheckWrite(WireRequest request, StoredObject? item)
    {
        if (request.Header("If-None-Match") is { } noneMatch)
        {
            if (noneMatch != "*") throw S3Error.NotImplemented();
            if (item is not null) throw S3Error.PreconditionFailed();
        }

        if (request.Header("If-Match") is not { } match) return;
        if (item is null) throw S3Error.NoSuchKey();
        if (!Names(match, item.ETag)) throw S3Error.PreconditionFailed();
    }

    private static ApiException NotModified() => new("NotModified", "Not Modified", 304);

    private static bool Names(string header, string etag) =>
        header.Split(',', StringSplitOptions.TrimEntries).Any(given => given == "*" || given.Trim('"') == etag);

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());

    private static DateTimeOffset? Date(string? header) =>
        header is not null && DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time : null;
}
