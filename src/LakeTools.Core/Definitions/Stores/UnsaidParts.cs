using Amazon.Glue.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The tags of Glue's resources, which a definition cannot express.</summary>
/// <param name="connection">The lake.</param>
internal sealed class UnsaidTags(LakeConnection connection)
{
    private static readonly Dictionary<StateKind, Func<string, string>> s_resources = new()
    {
        [StateKind.Database] = GlueTags.Database,
        [StateKind.Job] = GlueTags.Job,
        [StateKind.Crawler] = name => "crawler/" + name,
        [StateKind.Trigger] = name => "trigger/" + name,
        [StateKind.Connection] = name => "connection/" + name,
    };

    /// <summary>Names the items that have tags.</summary>
    /// <param name="items">Items of any kind.</param>
    /// <param name="left">Gets the names.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The work.</returns>
    public async Task NameAsync(IEnumerable<StateItem> items, LeftOut left, CancellationToken cancellationToken)
    {
        var tagged = items.Where(item => s_resources.ContainsKey(item.Key.Kind)).ToList();
        await foreach (var (key, part) in SideBySide.RunAsync(tagged, StateReader.CallsAtATime,
            async (item, token) => (item.Key, await PartAsync(item.Key, token).ConfigureAwait(false)), cancellationToken)
            .ConfigureAwait(false))
            if (part is not null) left.Add(part, key.Kind, key.Id);
    }

    private async Task<string?> PartAsync(StateKey key, CancellationToken cancellationToken)
    {
        try
        {
            var tags = await new GlueTags(connection).GetAsync(s_resources[key.Kind](key.Id), cancellationToken).ConfigureAwait(false);
            return tags.Count > 0 ? "tags" : null;
        }
        catch (EntityNotFoundException)
        {
            return null;
        }
        catch (Exception error) when (SdkErrors.CanTranslate(error)
            && SdkErrors.Translate(error, "GetTags", key).Category == LakeErrorCategory.PermissionDenied)
        {
            return "tags (which you may not read)";
        }
    }
}
