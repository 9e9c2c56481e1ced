using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Iam;

/// <summary>Tags: TagRole, UntagRole, ListRoleTags, and the same of users. Keys that differ in case alone are one.</summary>
internal static class IamTags
{
    private const int MaxTags = 50;
    private const string DoubleKey = "Duplicate tag keys found. Please note that Tag keys are case insensitive.";

    public static Func<ApiCall, JsonObject?> Tag(IamKind kind) => call =>
    {
        kind.PutTags(call.Session, kind.Require(call), Merge(call, kind.Tags(call)));
        return null;
    };

    public static Func<ApiCall, JsonObject?> Untag(IamKind kind) => call =>
    {
        var tags = new Dictionary<string, string>(kind.Tags(call), StringComparer.OrdinalIgnoreCase);
        foreach (var key in call.Input.Texts("TagKeys")!) tags.Remove(key);
        kind.PutTags(call.Session, kind.Require(call), tags);
        return null;
    };

    public static Func<ApiCall, JsonObject?> List(IamKind kind) => call => IamAnswers.Page<KeyValuePair<string, string>>(
        call,
        "Tags",
        (after, limit) => [.. kind.Tags(call).OrderBy(tag => tag.Key, StringComparer.Ordinal)
            .Where(tag => string.CompareOrdinal(tag.Key, after) > 0).Take(limit)],
        tag => tag.Key,
        Shown);

    /// <summary>Tags with those of a request put over them. A request names no key twice.</summary>
    public static Dictionary<string, string> Merge(ApiCall call, IReadOnlyDictionary<string, string> known)
    {
        var tags = new Dictionary<string, string>(known, StringComparer.OrdinalIgnoreCase);
        var given = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var tag in call.Input.Items("Tags"))
        {
            if (!given.Add(tag.Required("Key"))) throw new ApiException("InvalidInput", DoubleKey);
            tags[tag.Required("Key")] = tag.Required("Value");
        }

        return tags.Count <= MaxTags ? tags
            : throw IamAnswers.Limit($"The number of tags has reached the maximum limit of {MaxTags}.");
    }

    /// <summary>The tags as the API lists them; null for none.</summary>
    public static JsonArray? Shown(IReadOnlyDictionary<string, string> tags) =>
        tags.Count == 0 ? null : new JsonArray([.. tags.Select(Shown)]);

    private static JsonNode Shown(KeyValuePair<string, string> tag) => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value };
}
