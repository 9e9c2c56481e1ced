using LakeTools.Rules.Resources;

namespace LakeTools.Rules.Permissions;

/// <summary>Finds grants that exclude each other among those that are to be made together: see <see cref="PartialSelect"/>.</summary>
public sealed class PartialSelects
{
    private readonly Dictionary<(string Principal, string? Condition, string? Catalog, string? Database, string? Table), List<LakeGrant>>
        _grants = [];

    /// <summary>Takes a grant.</summary>
    /// <param name="grant">A canonical grant.</param>
    /// <returns>An earlier grant that cannot be combined with this one; null if there is none.</returns>
    public LakeGrant? Add(LakeGrant grant)
    {
        if (!PartialSelect.Concerns(grant)) return null;
        var key = KeyOf(grant);
        if (!_grants.TryGetValue(key, out var known)) _grants.Add(key, known = []);
        // One of a kind is enough: columns are granted one by one, and all of them exclude the same.
        if (known.Find(other => PartialSelect.Excludes(grant, other)) is { } excluded) return excluded;
        if (known.Count == 0) known.Add(grant);
        return null;
    }

    /// <summary>Whether a grant is excluded by one that was taken.</summary>
    /// <param name="grant">A canonical grant.</param>
    /// <returns>True if it is.</returns>
    public bool Excludes(LakeGrant grant) =>
        _grants.TryGetValue(KeyOf(grant), out var known) && known.Exists(other => PartialSelect.Excludes(grant, other));

    private static (string, string?, string?, string?, string?) KeyOf(LakeGrant grant) =>
        (grant.Principal, grant.Condition, grant.Resource.CatalogId, grant.Resource.DatabaseName, grant.Resource.TableName);
}
