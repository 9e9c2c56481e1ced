using System.Globalization;
using Amazon.LakeFormation.Model;
using LakeTools.Core.Calls;

namespace LakeTools.Core.Permissions.Grants;

/// <summary>Counts the entries that lists leave out because this version does not know their kind of resource.</summary>
public sealed class UnknownKinds
{
    private readonly SortedSet<string> _kinds = new(StringComparer.Ordinal);

    /// <summary>The number of entries.</summary>
    public int Count { get; private set; }

    /// <summary>Names the entries, as a part of a sentence.</summary>
    /// <param name="noun">The name of one entry.</param>
    /// <returns>Such as <c>2 grants on a kind of resource that this version of LakeTools does not know (View)</c>; null for none.</returns>
    public string? Text(string noun)
    {
        lock (_kinds)
        {
            if (Count == 0) return null;
            var names = _kinds.Count == 0 ? "" : $" ({string.Join(", ", _kinds)})";
            return string.Create(CultureInfo.InvariantCulture,
                $"{Count:N0} {noun}{(Count == 1 ? "" : "s")} on a kind of resource that this version of LakeTools does not know{names}");
        }
    }

    internal void Add(Resource? resource)
    {
        lock (_kinds)
        {
            Count++;
            _kinds.UnionWith(UnknownMembers.Of(resource).Keys);
        }
    }
}
