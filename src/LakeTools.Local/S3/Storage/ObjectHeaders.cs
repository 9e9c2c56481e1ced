using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Storage;

/// <summary>The metadata of an object from its request.</summary>
/// <param name="System">Content-Type and its like, storage class and encryption, by header name.</param>
/// <param name="Metadata">The user's metadata, by name without the prefix.</param>
/// <param name="Tags">Tags.</param>
/// <param name="Acl">Its access control list, as the record of it; null for the owner's alone.</param>
internal sealed record ObjectHeaders(
    IReadOnlyDictionary<string, string> System,
    IReadOnlyDictionary<string, string> Metadata,
    IReadOnlyDictionary<string, string> Tags,
    string? Acl = null)
{
    public static readonly ObjectHeaders None =
        new(new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, string>());

    public const string MetadataPrefix = "x-amz-meta-";

    /// <summary>The header of the storage class; not kept for STANDARD, as S3 does not answer that.</summary>
    public const string StorageClassHeader = "x-amz-storage-class";

    /// <summary>The header of the encryption; not kept for AES256, which every object has that has no other.</summary>
    public const string EncryptionHeader = "x-amz-server-side-encryption";

    private const string RedirectHeader = "x-amz-website-redirect-location";
    private const int MaxMetadataBytes = 2 * 1024;
    private const string DefaultContentType = "binary/octet-stream";

    private static readonly string[] s_content =
        ["Content-Type", "Content-Encoding", "Content-Disposition", "Content-Language", "Cache-Control", "Expires"];

    /// <summary>The storage class.</summary>
    [JsonIgnore]
    public string StorageClass => System.GetValueOrDefault(StorageClassHeader) ?? "STANDARD";

    /// <summary>The headers that a copy gets from its source: the content headers and the metadata.</summary>
    public ObjectHeaders ToCopy() => new(
        System.Where(header => s_content.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .ToDictionary(StringComparer.OrdinalIgnoreCase),
        Metadata,
        Tags);

    /// <summary>The same with more system headers.</summary>
    public ObjectHeaders With(IEnumerable<KeyValuePair<string, string>> more)
    {
        var system = new Dictionary<string, string>(System, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in more) system[name] = value;
        return this with { System = system };
    }

    /// <summary>Reads them from the headers of a put, a copy that replaces them, or a begun upload.</summary>
    public static ObjectHeaders Of(WireRequest request)
    {
        var system = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = DefaultContentType };
        foreach (var name in s_content)
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

        if (bytes > MaxMetadataBytes) throw S3Error.MetadataTooLarge(bytes, MaxMetadataBytes);
        return new ObjectHeaders(system, metadata, ObjectTags.OfHeader(request.Header("x-amz-tagging")));
    }

    /// <summary>The redirect target of a website for requests of the object; none if the request has none.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Redirect(WireRequest request)
    {
        if (request.Header(RedirectHeader) is not { Length: > 0 } target) return [];
        return target[0] == '/' || target.StartsWith("http://", StringComparison.Ordinal)
            || target.StartsWith("https://", StringComparison.Ordinal)
            ? [KeyValuePair.Create(RedirectHeader, target)]
            : throw new ApiException("InvalidRedirectLocation",
                "The website redirect location must have a prefix of 'http://' or 'https://' or '/'.");
    }

    public static ObjectHeaders FromJson(string json) => JsonSerializer.Deserialize(json, ObjectJson.Default.ObjectHeaders)!;

    public string ToJson() => JsonSerializer.Serialize(this, ObjectJson.Default.ObjectHeaders);

    /// <summary>aws-chunked is the way of the request and not of the object.</summary>
    private static void KeepOwnEncoding(Dictionary<string, string> system, string encoding)
    {
        var own = string.Join(',', encoding.Split(',', StringSplitOptions.TrimEntries).Where(part => part is not ("aws-chunked" or "")));
        if (own.Length == 0) system.Remove("Content-Encoding");
        else system["Content-Encoding"] = own;
    }
}
