using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>
/// The LF-Tags that the caller of an operation may see and use. A caller without permissions is refused whether or not the tag
/// exists.
/// </summary>
/// <param name="call">The call.</param>
internal sealed class TagGuard(ApiCall call)
{
    private readonly Dictionary<(string Key, string Value), bool> _seen = [];

    /// <summary>The decision itself.</summary>
    public AccessDecision Decision { get; } = new LakeGuard(call).Decision;

    /// <summary>A tag with those of its values that the caller may see: any right on one shows it, a right on the key shows all.</summary>
    /// <returns>Null if the caller may see none.</returns>
    public TagRecord? Visible(TagRecord tag)
    {
        // Any right on any value: without one, there is no need to look at each.
        if (!Decision.OnTag(Resource(tag.Key, [])).IsVisible) return null;
        if (Decision.OnTag(Resource(tag.Key, tag.Values)).IsVisible) return tag;
        var values = NameList.Of(tag.Values.Where(value => Sees(tag.Key, value)));
        return values.Count == 0 ? null : tag with { Values = values };
    }

    /// <summary>The tag of that key, where the caller may do that with it.</summary>
    public TagRecord Existing(string key, PermissionSet permission)
    {
        var tag = TagStore.Find(call.Session, key);
        if (tag is null) throw Decision.IsAdministrator
            ? LakeFormationErrors.NotFound("Tag key does not exist.") : LakeFormationErrors.Denied();
        return Decision.OnTag(Resource(key, [])).Allows(permission) ? tag : throw LakeFormationErrors.Denied();
    }

    /// <summary>Refuses tags and values that are not there, and those with which the caller may not do what is asked.</summary>
    public void Require(TagExpression expression, PermissionSet permission)
    {
        foreach (var (key, values) in expression)
        {
            var mayNot = !Decision.IsAdministrator && !Decision.OnTag(Resource(key, values)).Allows(permission);
            if (mayNot) throw LakeFormationErrors.Denied();
            if (!TagStore.Has(call.Session, key, values)) throw LakeFormationErrors.NoSuchTag();
        }
    }

    /// <summary>The resource's tags that the caller may see, as the API answers them.</summary>
    /// <returns>Null if there are none: AWS leaves an empty list out.</returns>
    public JsonArray? Show(IReadOnlyDictionary<string, string> tags)
    {
        var shown = tags.Where(tag => Sees(tag.Key, tag.Value)).OrderBy(tag => tag.Key, StringComparer.Ordinal)
            .Select(tag => Pair(call.Lake.AccountId, tag.Key, [tag.Value])).ToJsonArray();
        return shown.Count == 0 ? null : shown;
    }

    /// <summary>The API's shape LFTagPair.</summary>
    public static JsonObject Pair(string accountId, string key, IEnumerable<string> values) =>
        new() { ["CatalogId"] = accountId, ["TagKey"] = key, ["TagValues"] = values.ToJsonArray() };

    /// <summary>Values of a tag as a resource.</summary>
    public LakeResource Resource(string key, IEnumerable<string> values) => LakeResource.Tag(key, values, call.Lake.AccountId);

    private bool Sees(string key, string value)
    {
        if (!_seen.TryGetValue((key, value), out var sees))
            _seen.Add((key, value), sees = Decision.OnTag(Resource(key, [value])).IsVisible);
        return sees;
    }
}
