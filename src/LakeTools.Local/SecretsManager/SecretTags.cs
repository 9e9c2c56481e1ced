using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;

namespace LakeTools.Local.SecretsManager;

/// <summary>TagResource and UntagResource, and the tags of CreateSecret.</summary>
internal static class SecretTags
{
    private const int MaximumTags = 50;

    public static JsonObject? Tag(ApiCall call)
    {
        var secrets = SecretRepository.Of(call);
        var secret = secrets.GetOwn(call.Input.Required("SecretId"));
        var given = Read(call.Input);
        var replaced = given.Select(tag => tag.Key).ToHashSet(StringComparer.Ordinal);
        List<KeyValuePair<string, string>> tags = [.. (secret.Tags ?? []).Where(tag => !replaced.Contains(tag.Key)), .. given];
        CheckCount(tags.Count);
        secrets.Save(secret with { Tags = tags });
        return null;
    }

    public static JsonObject? Untag(ApiCall call)
    {
        var secrets = SecretRepository.Of(call);
        var secret = secrets.GetOwn(call.Input.Required("SecretId"));
        var removed = call.Input.Texts("TagKeys")!.ToHashSet(StringComparer.Ordinal);
        secrets.Save(secret with { Tags = secret.Tags?.Where(tag => !removed.Contains(tag.Key)).ToList() });
        return null;
    }

    /// <summary>The request's Tags, checked: keys once each, none of AWS's own, fifty at most.</summary>
    public static List<KeyValuePair<string, string>> Read(JsonObject input)
    {
        var tags = input.Items("Tags").Select(tag => KeyValuePair.Create(tag.Text("Key") ?? "", tag.Text("Value") ?? "")).ToList();
        if (tags.Any(tag => tag.Key.Length == 0)) throw SecretErrors.InvalidParameter("You must provide a key for each tag.");
        if (tags.Any(tag => tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)))
            throw SecretErrors.InvalidParameter("Tag keys can't start with aws:, which is reserved for AWS use.");
        if (tags.DistinctBy(tag => tag.Key).Count() != tags.Count)
            throw SecretErrors.InvalidParameter("You can't use the same tag key more than once.");
        CheckCount(tags.Count);
        return tags;
    }

    private static void CheckCount(int count)
    {
        if (count > MaximumTags) throw SecretErrors.InvalidParameter($"A secret can have at most {MaximumTags} tags.");
    }
}
