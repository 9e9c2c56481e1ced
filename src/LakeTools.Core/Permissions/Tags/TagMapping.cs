using Amazon.LakeFormation.Model;
using LakeTools.Core.Calls;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Tags;

/// <summary>Between the API's shapes of LF-Tags, the rules' records, and what people see.</summary>
internal static class TagMapping
{
    /// <summary>An expression as a request has it.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="old">
    /// What it replaces; null for nothing. A condition on the same key keeps what its old one has and this version does not know.
    /// </param>
    public static List<LFTag> ToApi(TagExpression expression, List<LFTag>? old = null)
    {
        var conditions = expression.Select(condition => new LFTag { TagKey = condition.Key, TagValues = [.. condition.Value] }).ToList();
        foreach (var condition in conditions) UnknownMembers.Keep(old?.Find(one => one.TagKey == condition.TagKey), condition);
        return conditions;
    }

    /// <summary>An expression of an answer.</summary>
    public static TagExpression ToExpression(List<LFTag>? conditions) => TagExpression.Of(
        (conditions ?? []).Select(tag => KeyValuePair.Create(tag.TagKey, (IEnumerable<string>)(tag.TagValues ?? []))));

    /// <summary>The tags that hold where lists lie over one another: the last list is the nearest.</summary>
    public static Dictionary<string, string> ToTags(params ReadOnlySpan<List<LFTagPair>?> lists)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var list in lists)
            foreach (var tag in list ?? []) tags[tag.TagKey] = tag.TagValues?.FirstOrDefault() ?? "";
        return tags;
    }

    /// <summary>Tags as a property that shows and binds as an expression does.</summary>
    public static TagConditions ToConditions(IEnumerable<KeyValuePair<string, string>> tags) =>
        new(TagExpression.Of(tags.Select(tag => KeyValuePair.Create(tag.Key, (IEnumerable<string>)[tag.Value]))));
}
