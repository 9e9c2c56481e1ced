using LakeTools.Rules.Resources;

namespace LakeTools.Rules.Permissions;

/// <summary>
/// Groups waiting entries into batches. Only one batch at a time changes the grants of one principal on one resource: side
/// by side, Lake Formation would answer one of them with ConcurrentModificationException. Not safe for threads: its owner locks.
/// </summary>
/// <param name="size">The maximum number of entries in a batch.</param>
internal sealed class GrantBatches(int size)
{
    private readonly LinkedList<Entry> _waiting = [];
    private readonly HashSet<string> _busy = new(StringComparer.Ordinal);

    /// <summary>The number of waiting entries.</summary>
    public int Count => _waiting.Count;

    /// <summary>Adds an entry.</summary>
    public void Add(LakeGrant grant) => _waiting.AddLast(new Entry(grant, KeyOf(grant)));

    /// <summary>Takes the first entries that no batch on its way stands against.</summary>
    /// <param name="partly">True to take an incomplete batch if there are not enough entries.</param>
    /// <returns>A batch, to be released; empty if there is none.</returns>
    public List<LakeGrant> Take(bool partly)
    {
        var taken = new List<LinkedListNode<Entry>>(size);
        for (var node = _waiting.First; node is not null && taken.Count < size; node = node.Next)
            if (!_busy.Contains(node.Value.Key)) taken.Add(node);
        if (taken.Count < size && !partly) return [];
        foreach (var node in taken) _waiting.Remove(node);
        _busy.UnionWith(taken.Select(node => node.Value.Key));
        return taken.ConvertAll(node => node.Value.Grant);
    }

    /// <summary>Gives back a batch that is through.</summary>
    public void Release(IEnumerable<LakeGrant> batch) => _busy.ExceptWith(batch.Select(KeyOf));

    /// <summary>Takes all that waits.</summary>
    public List<LakeGrant> TakeAll()
    {
        var all = _waiting.Select(item => item.Grant).ToList();
        _waiting.Clear();
        return all;
    }

    private sealed record Entry(LakeGrant Grant, string Key);

    // A table and its columns, and a tag and its values, are one thing here.
    private static string KeyOf(LakeGrant grant)
    {
        var resource = grant.Resource;
        var table = resource.Kind == ResourceKind.AllTables ? LakeResource.AllTablesName : resource.TableName;
        var other = resource.DataLocation ?? resource.TagKey ?? resource.TagExpressionName ?? resource.TagExpression?.ToString();
        return string.Join('\n', grant.Principal, resource.CatalogId, resource.DatabaseName, table, resource.FilterName, other);
    }
}
