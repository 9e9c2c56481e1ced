using System.Text.Json.Nodes;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Catalog;

/// <summary>Tags of Glue's resources: TagResource, UntagResource, GetTags.</summary>
internal static class CatalogTags
{
    private const int MaxTags = 50;

    public static JsonObject Tag(ApiCall call)
    {
        Put(call, Path(call), call.Input["TagsToAdd"] as JsonObject);
        return [];
    }

    public static JsonObject Untag(ApiCall call)
    {
        foreach (var key in call.Input.Texts("TagsToRemove")!) call.Session.Execute("DELETE FROM glue_tag WHERE arn = ?1 AND key = ?2", Path(call), key);
        return [];
    }

    public static JsonObject Get(ApiCall call)
    {
        var tags = new JsonObject();
        foreach (var (key, value) in call.Session.Query("SELECT key, value FROM glue_tag WHERE arn = ?1 ORDER BY key", row => (row.GetString(0), row.GetString(1)), Path(call)))
            tags[key] = value;
        return new JsonObject { ["Tags"] = tags };
    }

    /// <summary>Adds tags to what a path such as <c>database/sales</c> names.</summary>
    public static void Put(ApiCall call, string path, JsonObject? tags)
    {
        foreach (var tag in tags ?? [])
            call.Session.Execute("INSERT OR REPLACE INTO glue_tag (arn, key, value) VALUES (?1, ?2, ?3)", path, tag.Key, (string?)tag.Value ?? "");
        if (call.Session.Scalar<long>("SELECT COUNT(*) FROM glue_tag WHERE arn = ?1", path) > MaxTags)
            throw new ApiException("InvalidInputException", $"A resource can have at most {MaxTags} tags.");
    }

    /// <summary>Removes the tags of what is gone.</summary>
    public static void Forget(ApiCall call, string path) => call.Session.Execute("DELETE FROM glue_tag WHERE arn = ?1", path);

    // arn:aws:glue:region:account:database/sales
    private static string Path(ApiCall call) => call.Input.Required("ResourceArn").Split(':', 6) is [_, _, _, _, _, var path]
        ? path
        : throw new ApiException("InvalidInputException", "Invalid resource ARN.");
}
