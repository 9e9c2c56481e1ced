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
            call.Store, call.Bucket, item, found => Range(call, found).Range ?? (0, found.Size), call.Version)
            ?? throw S3Error.NoSuchKey(call.Key);
        return Describe(call, opened.Item, opened.Bytes);
    }

    private static WireResponse Describe(S3Call call, StoredObject item, Stream bytes)
    {
        var (range, parts) = Range(call, item);
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
        if (range is null || range.Value.Length == item.Size) AddChecksum(call, item, headers);
        if (call.Version is null) LifecycleRules.Tell(call, item, headers);
        return ObjectReading.Versioned(call, item, response);
    }

    private static bool IsEnabled(string mode) => mode.Equals("ENABLED", StringComparison.OrdinalIgnoreCase);

    /// <summary>The checksum of the whole object, where the client asks for it and gets the whole object.</summary>
    private static void AddChecksum(S3Call call, StoredObject item, WireHeaders headers)
    {
        if (item.Checksum is not { } checksum || call.Request.Header(ModeHeader) is null) return;
        headers[checksum.Header] = checksum.Value;
        headers["x-amz-checksum-type"] = checksum.Type;
    }

    /// <summary>The range that is asked for, by bytes or by a part's number, and with that the number of parts.</summary>
    private static ((long Offset, long Length)? Range, int? Parts) Range(S3Call call, StoredObject item)
    {
        var header = call.Request.Header("Range");
        if (call.Request.QueryParameter("partNumber") is null) return (ByteRange.Parse(header, item.Size), null);
        if (header is not null) throw S3Error.InvalidRequest("Cannot specify both Range header and partNumber query parameter");
        var number = MultipartOperations.PartNumber(call);
        var segments = call.Store.Read(session => Objects.Segments(session, item.Content));
        if (number > segments.Count) throw S3Error.InvalidPartNumber(number, segments.Count);
        var offset = segments.Take(number - 1).Sum(segment => segment.Size);
        return ((offset, segments[number - 1].Size), item.IsMultipart ? segments.Count : null);
    }
}
