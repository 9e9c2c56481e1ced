using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Glue.Jobs;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Permissions;

namespace LakeTools.Local.Glue.Answers;

/// <summary>Tags of Glue's resources: TagResource, UntagResource, GetTags.</summary>
/// <remarks>
/// In AWS, IAM decides; the needs of Lake Formation are undocumented. Here IAM allows every call, so a caller who sees a database or a
/// catalog reads and changes its tags, and any other caller is refused, whether it exists or not.
/// </remarks>
internal static class CatalogTags
{
    private const int MaxTags = 50;

    /// <summary>The kinds of records that have tags.</summary>
    private static readonly string[] s_records = ["trigger", "crawler", "connection", "workflow", "registry", "schema"];

    public static JsonObject Tag(ApiCall call)
    {
        Put(call, Path(call), call.Input["TagsToAdd"] as JsonObject);
        return [];
    }

    public static JsonObject Untag(ApiCall call)
    {
        var path = Path(call);
        foreach (var key in call.Input.Texts("TagsToRemove")!)
            call.Session.Execute("DELETE FROM glue_tag WHERE arn = ?1 AND key = ?2", path, key);
        return [];
    }

    public static JsonObject Get(ApiCall call) => new() { ["Tags"] = Of(call, Path(call)) };

    /// <summary>The tags of what a path such as <c>job/load</c> names.</summary>
    public static JsonObject Of(ApiCall call, string path)
    {
        var tags = new JsonObject();
        foreach (var (key, value) in call.Session.Query("SELECT key, value FROM glue_tag WHERE arn = ?1 ORDER BY key", row =>
            (row.GetString(0), row.GetString(1)), path))
            tags[key] = value;
        return tags;
    }

    /// <summary>Adds tags to what a path such as <c>database/sales</c> names.</summary>
    public static void Put(ApiCall call, string path, JsonObject? tags)
    {
        foreach (var tag in tags ?? [])
            call.Session.Execute("INSERT OR REPLACE INTO glue_tag (arn, key, value) VALUES (?1, ?2, ?3)", path, tag.Key, (string?)tag.Value
                ?? "");
        if (call.Session.Scalar<long>("SELECT COUNT(*) FROM glue_tag WHERE arn = ?1", path) > MaxTags)
            throw new ApiException("InvalidInputException", $"A resource can have at most {MaxTags} tags.");
    }

    /// <summary>Removes the tags of what is gone.</summary>
    public static void Forget(ApiCall call, string path) => call.Session.Execute("DELETE FROM glue_tag WHERE arn = ?1", path);

    // arn:aws:glue:region:account:database/sales. Glue tags no tables.
    private static string Path(ApiCall call)
    {
        if (call.Input.Required("ResourceArn").Split(':', 6) is not ["arn", _, "glue", var region, var account, var path]
            || path.Split('/', 2) is not [var kind, var name])
            throw new ApiException("InvalidInputException", "Invalid resource ARN.");
        if (region != call.Lake.Region || account != call.Lake.AccountId) throw NotFound();
        return kind switch
        {
            "database" => OfDatabase(call, name, path),
            "job" when new JobRepository(call.Session, call.Lake).Find(name) is not null => path,
            "catalog" when new RecordStore(call, kind).Find(name) is { } catalog && NestedCatalogs.IsKnown(call, catalog) => path,
            "job" or "catalog" => throw NotFound(),
            _ when s_records.Contains(kind) => new RecordStore(call, kind).Find(name) is not null ? path : throw NotFound(),
            _ => throw new ApiException("InvalidInputException", $"Resource of type {kind} cannot be tagged."),
        };
    }

    private static string OfDatabase(ApiCall call, string name, string path)
    {
        new LakeGuard(call).RequireDatabase(name, PermissionSet.Describe);
        return CatalogStore.HasDatabase(call.Session, name) ? path : throw NotFound();
    }

    private static ApiException NotFound() => new("EntityNotFoundException", "Entity not found");
}
