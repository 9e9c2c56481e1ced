using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Settings;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>Objects: get and head, with ranges, conditions and parts.</summary>
internal static class ReadOperations
{
    private const string ModeHeader = "x-amz-checksum-mode";

    // The headers that a signed request can override.
    private static readonly (string Parameter, string Header)[] s_overrides =
    [
        ("response-content-type", "Content-Type"),
        ("response-content-encoding", "Content-Encoding"),
        ("response-content-disposition", "Content-Disposition"),
        ("response-content-language", "Content-Language"),
        ("response-cache-control", "Cache-Control"),
        ("response-expires", "Expires"),
    ];

    public static Task<WireResponse> GetObject(S3Call call, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(call, withBody: true));

    public static Task<WireResponse> HeadObject(S3Call call, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(call, withBody: false));

    private static WireResponse Answer(S3Call call, bool withBody)
    {
        if (call.Request.Header(ModeHeader) is { } mode && !IsEnabled(mode)) throw S3Error.InvalidHeader(ModeHeader);
        var item = ObjectReading.Find(call);
        Conditions.CheckRead(call, item);
        if (!withBody) return Describe(call, item, Stream.Null);
        StorageClass.CheckRead(item);
        var opened = call.ObjectStore.OpenRead(
            call.Store, call.Bucket, item, found => Read(call, found).Range ?? (0, found.Size), call.Version)
            ?? throw S3Error.NoSuchKey(call.Key);
        return Describe(call, opened.Item, opened.Bytes);
    }

    private static WireResponse Describe(S3Call call, StoredObject item, Stream bytes)
    {
        var (range, parts, checksum) = Read(call, item);
        var response = new WireResponse { Status = range is null ? 200 : 206, Body = bytes, ContentLength = range?.Length ?? item.Size };
        var headers = response.Headers;
        foreach (var (name, value) in item.Headers.System) headers[name] = value;
        foreach (var (name, value) in item.Headers.Metadata) headers[ObjectHeaders.MetadataPrefix + name] = value;
        foreach (var (parameter, header) in s_overrides)
            if (call.Request.QueryParameter(parameter) is { } value) headers[header] = value;
        Encryption.TellReader(headers, item.Headers);
        headers["ETag"] = item.QuotedETag;
        headers["Last-Modified"] = WireTime.Http(item.Modified);
        headers["Accept-Ranges"] = "bytes";
        if (item.Headers.Tags.Count > 0) headers["x-amz-tagging-count"] = $"{item.Headers.Tags.Count}";
        if (parts is not null) headers["x-amz-mp-parts-count"] = $"{parts}";
        if (range is { } sent) headers["Content-Range"] = $"bytes {sent.Offset}-{sent.Offset + sent.Length - 1}/{item.Size}";
        if (checksum is not null && call.Request.Header(ModeHeader) is not null)
        {
            headers[item.Checksum!.Header] = checksum;
            headers["x-amz-checksum-type"] = item.Checksum.Type;
        }

        if (call.Version is null) LifecycleRules.Tell(call, item, headers);
        return ObjectReading.Versioned(call, item, response);
    }

    private static bool IsEnabled(string mode) => mode.Equals("ENABLED", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The range that is asked for, by bytes or by a part's number, and with that the number of parts; and the checksum of what is sent,
    /// where there is one. An object whose checksum is made of those of its parts has these for a range that is one part (user guide,
    /// checking object integrity); the whole has its own.
    /// </summary>
    private static ((long Offset, long Length)? Range, int? Parts, string? Checksum) Read(S3Call call, StoredObject item)
    {
        var header = call.Request.Header("Range");
        if (call.Request.QueryParameter("partNumber") is null)
        {
            if (ByteRange.Parse(header, item.Size) is not { } range) return (null, null, item.Checksum?.Value);
            return (range, null, item.Checksum is { IsComposite: true } ? PartAt(Segments(call, item), range) : OfWhole(item, range));
        }

        if (header is not null) throw S3Error.InvalidRequest("Cannot specify both Range header and partNumber query parameter");
        var number = MultipartOperations.PartNumber(call);
        var segments = Segments(call, item);
        if (number > segments.Count) throw S3Error.InvalidPartNumber(number, segments.Count);
        int? parts = item.IsMultipart ? segments.Count : null;
        var checksum = item.Checksum is { IsComposite: true } ? segments[number - 1].Checksum : null;
        if (item.Size == 0) return (null, parts, checksum ?? item.Checksum?.Value); // no bytes, and so no range (recorded)
        var part = (segments.Take(number - 1).Sum(segment => segment.Size), segments[number - 1].Size);
        return (part, parts, checksum ?? OfWhole(item, part));
    }

    private static List<Segment> Segments(S3Call call, StoredObject item) =>
        call.Store.Read(session => Objects.Segments(session, item.Content));

    private static string? OfWhole(StoredObject item, (long Offset, long Length) range) =>
        range.Length == item.Size ? item.Checksum?.Value : null;

    private static string? PartAt(List<Segment> segments, (long Offset, long Length) range)
    {
        long offset = 0;
        foreach (var segment in segments)
        {
            if (offset == range.Offset) return segment.Size == range.Length ? segment.Checksum : null;
            offset += segment.Size;
        }

        return null;
    }
}
