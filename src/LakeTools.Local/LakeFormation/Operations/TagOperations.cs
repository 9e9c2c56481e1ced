using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Identity;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>
/// CreateLFTag, GetLFTag, UpdateLFTag, DeleteLFTag and ListLFTags. Keys and values are kept in lower case (developer guide, notes on
/// tag-based access control).
/// </summary>
internal static class TagOperations
{
    /// <summary>Source: developer guide, quotas.</summary>
    private const int MaxTags = 1000;

    /// <summary>Source: API reference, LFTag.</summary>
    private const int MaxValues = 1000;

    private const int DefaultPage = 100;

    public static JsonObject Create(ApiCall call)
    {
        CatalogAnswers.RequireOwn(call, call.Input.Text("CatalogId"));
        if (!new TagGuard(call).Decision.OnCatalog().Allows(PermissionSet.CreateLFTag)) throw LakeFormationErrors.Denied();
        var key = Key(call);
        if (TagStore.CreatorOf(call.Session, key) is not null) throw LakeFormationErrors.Invalid("Tag key already exists.");
        if (TagStore.Count(call.Session) >= MaxTags) throw LakeFormationErrors.LimitExceeded($"Number of tags cannot exceed {MaxTags}.");
        TagStore.Add(call.Session, new TagRecord(key, Values(call, "TagValues"), call.Caller.PrincipalArn));
        return [];
    }

    public static JsonObject Get(ApiCall call)
    {
        call = CatalogAnswers.InCatalog(call);
        var guard = new TagGuard(call);
        var tag = guard.Existing(Key(call), PermissionSet.Describe);
        return ToWire(call, guard.Visible(tag) ?? throw LakeFormationErrors.Denied());
    }

    /// <summary>A value that is put on something cannot be removed (API reference, UpdateLFTag). Grants on a value go with it.</summary>
    public static JsonObject Update(ApiCall call)
    {
        CatalogAnswers.RequireOwn(call, call.Input.Text("CatalogId"));
        var tag = new TagGuard(call).Existing(Key(call), PermissionSet.Alter);
        var (added, removed) = (Values(call, "TagValuesToAdd"), Values(call, "TagValuesToDelete"));
        if (added.Count + removed.Count == 0) throw LakeFormationErrors.Invalid("Tag values to add and to delete cannot both be empty.");
        if (added.Any(removed.Contains)) throw LakeFormationErrors.Invalid("A tag value cannot be both added and deleted.");
        if (removed.FirstOrDefault(value => !tag.Values.Contains(value)) is { } missing)
            throw LakeFormationErrors.NotFound($"Tag value {missing} does not exist.");
        if (removed.Any(value => TagAssignments.IsUsed(call.Session, tag.Key, value)))
            throw LakeFormationErrors.Invalid("Update not allowed.");
        var after = NameList.Of(tag.Values.Concat(added).Where(value => !removed.Contains(value)));
        if (after.Count == 0) throw LakeFormationErrors.Invalid("A tag must have a value.");
        if (after.Count > MaxValues) throw LakeFormationErrors.Invalid($"Number of tag values cannot exceed {MaxValues}.");
        foreach (var value in removed) TagStore.RemoveValue(call.Session, tag.Key, value);
        foreach (var value in added) TagStore.AddValue(call.Session, tag.Key, value);
        TagGrants.ForgetValues(call, tag.Key, removed);
        return [];
    }

    /// <summary>
    /// The tag is taken off everything that has it. Grants on it, and on expressions that name it, go with it: the API reference calls
    /// them invalid, and a tag of the same key that somebody makes later must not bring them back.
    /// </summary>
    public static JsonObject Delete(ApiCall call)
    {
        CatalogAnswers.RequireOwn(call, call.Input.Text("CatalogId"));
        var tag = new TagGuard(call).Existing(Key(call), PermissionSet.Drop);
        TagStore.Remove(call.Session, tag.Key);
        TagGrants.ForgetTag(call, tag.Key);
        return [];
    }

    /// <summary>
    /// The tags of the catalog that is named, or with ResourceShareType those that others have granted to the caller's account too (API
    /// reference, ListLFTags).
    /// </summary>
    public static JsonObject List(ApiCall call)
    {
        if (call.Input.Text("ResourceShareType") is null) call = CatalogAnswers.InCatalog(call);
        var catalogs = new SharedCatalogs(call);
        var guards = new Dictionary<string, TagGuard>(StringComparer.Ordinal);
        var (page, next) = new Page(call.Input, PageForm.Glue, call.Operation, DefaultPage).Walk(
            (after, count) => catalogs.After(after, count, (there, place, most) => TagStore.After(there.Session, place, most)),
            found => catalogs.PlaceOf(found.Call, found.Item.Key),
            found => GuardOf(found.Call).Visible(found.Item) is { } visible ? ToWire(found.Call, visible) : null);
        return new JsonObject { ["LFTags"] = page }.With("NextToken", next);

        TagGuard GuardOf(ApiCall there)
        {
            if (!guards.TryGetValue(there.Lake.AccountId, out var guard)) guards.Add(there.Lake.AccountId, guard = new TagGuard(there));
            return guard;
        }
    }

    private static string Key(ApiCall call) => call.Input.Required("TagKey").ToLowerInvariant();

    private static NameList Values(ApiCall call, string member)
    {
        var values = NameList.Of((call.Input.Texts(member) ?? []).Select(value => value.ToLowerInvariant()));
        return values.Contains(TagExpression.AnyValue)
            ? throw LakeFormationErrors.Invalid("The tag value * represents all values.") : values;
    }

    private static JsonObject ToWire(ApiCall call, TagRecord tag) => TagGuard.Pair(call.Lake.AccountId, tag.Key, tag.Values);
}
