using System.Globalization;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>Conditional requests (RFC 9110, section 13, with what S3 adds for writing).</summary>
internal static class Conditions
{
    private const string Match = "If-Match";
    private const string NoneMatch = "If-None-Match";
    private const string Any = "*";

    /// <summary>Throws 412 or 304 where a read should not take place.</summary>
    /// <param name="call">The call.</param>
    /// <param name="item">The object.</param>
    /// <param name="prefix">Before the headers' names: <c>x-amz-copy-source-</c> for the source of a copy, else empty.</param>
    public static void CheckRead(S3Call call, StoredObject item, string prefix = "")
    {
        var request = call.Request;
        if (request.Header(prefix + Match) is { } match)
        {
            if (!Names(match, item.ETag)) throw S3Error.PreconditionFailed(prefix + Match);
        }
        else if (Date(request.Header(prefix + "If-Unmodified-Since")) is { } unmodified && WholeSeconds(item.Modified) > unmodified)
        {
            throw S3Error.PreconditionFailed(prefix + "If-Unmodified-Since");
        }

        if (request.Header(prefix + NoneMatch) is { } noneMatch)
        {
            if (Names(noneMatch, item.ETag)) throw Unchanged(NoneMatch);
        }
        else if (Date(request.Header(prefix + "If-Modified-Since")) is { } modified
            && WholeSeconds(item.Modified) <= modified
            && modified <= call.Now) // one in the future is left alone
        {
            throw Unchanged("If-Modified-Since");
        }

        ApiException Unchanged(string condition) =>
            prefix.Length > 0 ? S3Error.PreconditionFailed(prefix + condition) : S3Error.NotModified(item.QuotedETag, item.Modified);
    }

    /// <summary>Throws where a write should not take place. S3 knows If-None-Match with a star only, and If-Match without.</summary>
    /// <param name="call">The call.</param>
    /// <param name="item">The object that is there; null if there is none.</param>
    /// <param name="isOvertaken">True for an upload whose key was written or deleted since it began.</param>
    public static void CheckWrite(S3Call call, StoredObject? item, bool isOvertaken = false)
    {
        var (match, noneMatch) = (call.Request.Header(Match), call.Request.Header(NoneMatch));
        if (match is not null && noneMatch is not null)
            throw S3Error.NotImplemented($"{Match},{NoneMatch}", "Multiple conditional request headers present in the request");
        if (noneMatch is not null)
        {
            if (noneMatch != Any) throw NotTaken(NoneMatch);
            if (item is not null) throw S3Error.PreconditionFailed(NoneMatch);
            if (isOvertaken) throw S3Error.ConditionalConflict(NoneMatch, call.Key);
        }

        if (match is null) return;
        if (match == Any) throw NotTaken(Match);
        CheckMatch(call, match, item);
        if (isOvertaken) throw S3Error.ConditionalConflict(Match, call.Key);
    }

    /// <summary>Throws where an object should not be deleted.</summary>
    public static void CheckDelete(S3Call call, StoredObject? item)
    {
        if (call.Request.Header(Match) is { } match) CheckMatch(call, match, item);
    }

    private static void CheckMatch(S3Call call, string match, StoredObject? item)
    {
        if (item is null) throw S3Error.NoSuchKey(call.Key);
        if (!Names(match, item.ETag)) throw S3Error.PreconditionFailed(Match);
    }

    private static ApiException NotTaken(string header) =>
        S3Error.NotImplemented(header, $"We don't accept the provided value of {header} header for this API");

    private static bool Names(string header, string etag) =>
        header.Split(',', StringSplitOptions.TrimEntries).Any(given => given == Any || given.Trim('"') == etag);

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());

    private static DateTimeOffset? Date(string? header) =>
        header is not null && DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time : null;
}
