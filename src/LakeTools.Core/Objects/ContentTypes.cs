using Amazon.S3.Util;

namespace LakeTools.Core.Objects;

/// <summary>Content types by file extension.</summary>
internal static class ContentTypes
{
    // Types that the SDK's list does not have, or has wrong.
    private static readonly Dictionary<string, string> s_own = new(StringComparer.OrdinalIgnoreCase)
    {
        [".csv"] = "text/csv",
        [".tsv"] = "text/tab-separated-values",
        [".json"] = "application/json",
        [".jsonl"] = "application/x-ndjson",
        [".ndjson"] = "application/x-ndjson",
        [".parquet"] = "application/vnd.apache.parquet",
        [".avro"] = "application/vnd.apache.avro",
        [".orc"] = "application/vnd.apache.orc",
        [".gz"] = "application/gzip",
        [".zst"] = "application/zstd",
        [".py"] = "text/x-python",
        [".sql"] = "application/sql",
        [".yaml"] = "application/yaml",
        [".yml"] = "application/yaml",
        [".md"] = "text/markdown",
    };

    /// <summary>The content type of a file.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The type, or <c>application/octet-stream</c>.</returns>
    public static string OfName(string name)
    {
        var extension = Path.GetExtension(name);
        if (s_own.TryGetValue(extension, out var type)) return type;
        return extension.Length > 1 ? AmazonS3Util.MimeTypeFromExtension(extension) : "application/octet-stream";
    }
}
