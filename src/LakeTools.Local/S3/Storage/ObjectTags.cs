using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Storage;

/// <summary>The rules of object tags: ten at most, keys of 1 to 128 and values of 0 to 256 characters, no key twice.</summary>
internal static class ObjectTags
{
    private const int MaxTags = 10;

    /// <summary>Reads the x-amz-tagging header, which has the form of a query.</summary>
    public static IReadOnlyDictionary<string, string> OfHeader(string? header) =>
        header is null ? new Dictionary<string, string>() : Of(FormEncoding.Parse(header, plusIsSpace: true));

    /// <summary>Checks tags.</summary>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<KeyValuePair<string, string>> tags)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in tags)
        {
            if (key.Length is 0 or > 128) throw S3Error.InvalidTag("The TagKey you have provided is invalid");
            if (value.Length > 256) throw S3Error.InvalidTag("The TagValue you have provided is invalid");
            if (!result.TryAdd(key, value)) throw S3Error.InvalidTag("Cannot provide multiple Tags with the same key");
        }

        return result.Count <= MaxTags ? result : throw new ApiException("BadRequest", "Object tags cannot be greater than 10");
    }
}
