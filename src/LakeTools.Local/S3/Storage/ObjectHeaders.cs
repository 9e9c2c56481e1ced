using System.Text;
using System.Text.Json;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Storage;

/// <summary>What is kept with an object of what its request said about it.</summary>
/// <param name="System">Content-Type and its like, by header name.</param>
/// <param name="Metadata">The user's metadata, by name without the prefix.</param>
/// <param name="Tags">Tags.</param>
internal sealed record ObjectHeaders(
    IReadOnlyDictionary<string, string> System,
    IReadOnlyDictionary<string, string> Metadata,
    IReadOnlyDictionary<string, string> Tags)
{
    public static readonly ObjectHeaders None =
        new(new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, string>());

    public const string MetadataPrefix = "x-amz-meta-";

    private const int MaxMetadataBytes = 2 * 1024;
    private const string DefaultContentType = "binary/octet-stream";

    private static readonly string[] s_system =
        ["Content-Type", "Content-Encoding", "Content-Disposition", "Content-Language", "Cache-Control", "Expires",
            "x-amz-website-redirect-location"];

    /// <summary>Reads them from the headers of a put, a copy that replaces them, or a begun upload.</summary>
    public static ObjectHeaders Of(WireRequest request)
    {
        var system = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = DefaultContentType };
        foreach (var name in s_system)
            if (request.Header(name) is { Length: > 0 } value) system[name] = value;
        if (system.TryGetValue("Content-Encoding", out var encoding)) KeepOwnEncoding(system, encoding);

        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        var bytes = 0;
        foreach (var (name, value) in request.Headers)
        {
            if (!name.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase)) continue;
            var key = name[MetadataPrefix.Length..].ToLowerInvariant();
            bytes += Encoding.UTF8.GetByteCount(key) + Encoding.UTF8.GetByteCount(value);
            metadata[key] = value;
        }

        if (bytes > MaxMetadataBytes) throw S3Error.MetadataTooLarge();
        return new ObjectHeaders(system, metadata, ObjectTags.OfHeader(request.Header("x-amz-tagging")));
    }

    public static ObjectHeaders FromJson(string json) => JsonSerializer.Deserialize<ObjectHeaders>(json)!;

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>aws-chunked is the way of the request and not of the object.</summary>
    private static void KeepOwnEncoding(Dictionary<string, string> system, string encoding)
    {
        var own = string.Join(',', encoding.Split(',', StringSplitOptions.TrimEntries).Where(part => part is not ("aws-chunked" or "")));
        if (own.Length == 0) system.Remove("Content-Encoding");
        else system["Content-Encoding"] = own;
    }
}
