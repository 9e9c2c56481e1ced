using System.Text.RegularExpressions;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Storage;

/// <summary>
/// The rules of tags: keys of 1 to 128 and values of 0 to 256 characters, of which letters, digits, spaces and <c>+ - = . _ : / @</c>
/// are allowed, no key twice, none of AWS's own; ten at most of an object, fifty of a bucket (User Guide, and recorded).
/// </summary>
internal static partial class ObjectTags
{
    private const string HeaderName = "x-amz-tagging";
    private const int MaxOfObject = 10;
    private const int MaxOfBucket = 50;

    /// <summary>Reads the x-amz-tagging header, which has the form of a query.</summary>
    public static IReadOnlyDictionary<string, string> OfHeader(string? header)
    {
        if (header is null) return new Dictionary<string, string>();
        var tags = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in FormEncoding.Parse(header, plusIsSpace: true))
        {
            if (!IsText(key, 1, 128) || !IsText(value, 0, 256) || !tags.TryAdd(key, value))
            {
                throw S3Error.InvalidArgument(
                    "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters "
                        + "without tag name duplicates.",
                    HeaderName,
                    header);
            }
        }

        return Of(tags);
    }

    /// <summary>Checks the tags of an object.</summary>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<KeyValuePair<string, string>> tags) =>
        Of(tags, MaxOfObject, "Object", "Your TagKey cannot be prefixed with aws:");

    /// <summary>Checks the tags of a bucket.</summary>
    public static IReadOnlyDictionary<string, string> OfBucket(IEnumerable<KeyValuePair<string, string>> tags) =>
        Of(tags, MaxOfBucket, "Bucket", "System tags cannot be added/updated by requester");

    /// <summary>Reads the tags of a body.</summary>
    /// <param name="body">The element whose child is the set.</param>
    /// <param name="set">The name of that child.</param>
    public static IEnumerable<KeyValuePair<string, string>> In(XmlBody body, string set = "TagSet") =>
        body.Required(set).Children("Tag").Select(tag => KeyValuePair.Create(tag.RequiredText("Key"), tag.RequiredText("Value")));

    private static Dictionary<string, string> Of(IEnumerable<KeyValuePair<string, string>> tags, int most, string owner, string reserved)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in tags)
        {
            if (!IsText(key, 1, 128)) throw S3Error.InvalidTag("The TagKey you have provided is invalid", key);
            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) throw S3Error.InvalidTag(reserved, key);
            if (!IsText(value, 0, 256)) throw S3Error.InvalidTag("The TagValue you have provided is invalid", key, value);
            if (!result.TryAdd(key, value)) throw S3Error.InvalidTag("Cannot provide multiple Tags with the same key", key);
        }

        return result.Count <= most ? result : throw new ApiException("BadRequest", $"{owner} tags cannot be greater than {most}");
    }

    private static bool IsText(string text, int least, int most) => text.Length >= least && text.Length <= most && Allowed().IsMatch(text);

    [GeneratedRegex(@"\A[\p{L}\p{Z}\p{N}_.:/=+\-@]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Allowed();
}
