using Amazon.LakeFormation.Model;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Local.LakeFormation;

/// <summary>A guarded lake, with the calls on LF-Tags that tests make.</summary>
public abstract class TaggedLake : GuardedLake
{
    internal static LakeResource SalesTables => Tables(("domain", ["sales"]));

    internal static LakeResource Tables(params (string Key, string[] Values)[] conditions) =>
        LakeResource.Tagged(TaggedResourceType.Table, Of(conditions));

    internal static TagExpression Of(params (string Key, string[] Values)[] conditions) =>
        TagExpression.Of(conditions.Select(condition => KeyValuePair.Create(condition.Key, (IEnumerable<string>)condition.Values)));

    internal static Task CreateTagAsync(LakeClients clients, string key, params string[] values) =>
        clients.LakeFormation.CreateLFTagAsync(new CreateLFTagRequest { TagKey = key, TagValues = [.. values] }, Ct);

    /// <summary>Puts tags on a thing; the codes of the failures.</summary>
    internal static async Task<string> TryPutAsync(LakeClients clients, LakeResource on, params (string Key, string Value)[] tags)
    {
        var answer = await clients.LakeFormation.AddLFTagsToResourceAsync(
            new AddLFTagsToResourceRequest { Resource = LakeClients.ToWire(on), LFTags = Pairs(tags) }, Ct);
        return string.Join(' ', answer.Failures.Select(failure => $"{failure.LFTag.TagKey}:{failure.Error.ErrorCode}"));
    }

    internal static async Task PutAsync(LakeClients clients, LakeResource on, params (string Key, string Value)[] tags) =>
        Assert.Equal("", await TryPutAsync(clients, on, tags));

    /// <summary>Takes tags off a thing; the codes of the failures.</summary>
    internal static async Task<string> TryTakeAsync(LakeClients clients, LakeResource off, params (string Key, string Value)[] tags)
    {
        var answer = await clients.LakeFormation.RemoveLFTagsFromResourceAsync(
            new RemoveLFTagsFromResourceRequest { Resource = LakeClients.ToWire(off), LFTags = Pairs(tags) }, Ct);
        return string.Join(' ', answer.Failures.Select(failure => $"{failure.LFTag.TagKey}:{failure.Error.ErrorCode}"));
    }

    internal static async Task TakeAsync(LakeClients clients, LakeResource off, params (string Key, string Value)[] tags) =>
        Assert.Equal("", await TryTakeAsync(clients, off, tags));

    /// <summary>The tags of a thing as the API answers them, such as <c>database k=v table k=v id k=v</c>.</summary>
    internal static async Task<string> TagsOf(LakeClients clients, LakeResource thing, bool onlyOwn = false)
    {
        var answer = await clients.LakeFormation.GetResourceLFTagsAsync(
            new GetResourceLFTagsRequest { Resource = LakeClients.ToWire(thing), ShowAssignedLFTags = onlyOwn }, Ct);
        var parts = new List<string>();
        if (answer.LFTagOnDatabase is { Count: > 0 } onDatabase) parts.Add("database " + Text(onDatabase));
        if (answer.LFTagsOnTable is { Count: > 0 } onTable) parts.Add("table " + Text(onTable));
        parts.AddRange((answer.LFTagsOnColumns ?? []).Select(column => column.Name + " " + Text(column.LFTags)));
        return string.Join(' ', parts);
    }

    internal static string Text(List<LFTagPair> tags) =>
        string.Join(' ', tags.Select(tag => $"{tag.TagKey}={string.Join(',', tag.TagValues)}"));

    private static List<LFTagPair> Pairs((string Key, string Value)[] tags) =>
        [.. tags.Select(tag => new LFTagPair { TagKey = tag.Key, TagValues = [.. tag.Value.Split(',')] })];
}
