using System.Text;
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.Store;

namespace LakeTools.Local.S3.Operations;

/// <summary>One page of a list: objects, and the common prefixes that stand for those beyond a delimiter.</summary>
/// <param name="Items">Objects, in the order of their keys.</param>
/// <param name="CommonPrefixes">Common prefixes, in order.</param>
/// <param name="Last">The last key or common prefix of the page; null where it is empty.</param>
/// <param name="IsTruncated">True where more follow.</param>
internal sealed record KeyPage(IReadOnlyList<StoredObject> Items, IReadOnlyList<string> CommonPrefixes, string? Last, bool IsTruncated);

/// <summary>Walks the keys of a bucket. What lies under a common prefix beyond a batch is jumped over.</summary>
internal static class KeyWalk
{
    private const int BatchSize = 500;

    // The greatest character, so that prefix + this is after all keys under the prefix but those that have it there themselves.
    private const string Beyond = "\U0010FFFF";

    /// <summary>Collects a page.</summary>
    /// <param name="session">The store.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="prefix">What keys must begin with.</param>
    /// <param name="delimiter">What ends a common prefix; empty for none.</param>
    /// <param name="after">The key or common prefix after which the page begins; empty for the first.</param>
    /// <param name="limit">How many keys and common prefixes at most.</param>
    /// <param name="closed">What is left out.</param>
    /// <param name="batch">How many keys are read at a time.</param>
    public static KeyPage Collect(StoreSession session, string bucket, string prefix, string delimiter, string after, int limit,
        ClosedKeys? closed = null, int batch = BatchSize)
    {
        var items = new List<StoredObject>();
        var prefixes = new List<string>();
        string? last = null;
        var isFirst = IsBefore(after, prefix);
        var (from, inclusive) = isFirst ? (prefix, true) : IsCommonPrefix(after, prefix, delimiter)
            ? (after + Beyond, false) : (after, false);
        if (limit == 0) return new KeyPage(items, prefixes, null, false);
        while (true)
        {
            var found = Objects.From(session, bucket, from, inclusive, batch);
            inclusive = false;
            foreach (var item in found)
            {
                if (!item.Key.StartsWith(prefix, StringComparison.Ordinal)) return new KeyPage(items, prefixes, last, false);
                if (closed?.Holds(item.Key) == true)
                {
                    from = closed.AllWith(item.Key) is { } folder ? Later(folder + Beyond, item.Key) : item.Key;
                    continue;
                }

                var common = CommonPrefix(item.Key, prefix, delimiter);
                from = common is null ? item.Key : Later(common + Beyond, item.Key);
                if (common is not null && (common == last || after.StartsWith(common, StringComparison.Ordinal))) continue;
                if (items.Count + prefixes.Count == limit) return new KeyPage(items, prefixes, last, true);
                last = common ?? item.Key;
                if (common is null) items.Add(item);
                else prefixes.Add(common);
            }

            if (found.Count < batch) return new KeyPage(items, prefixes, last, false);
        }
    }

    private static string Later(string a, string b) => IsBefore(a, b) ? b : a;

    private static string? CommonPrefix(string key, string prefix, string delimiter)
    {
        if (delimiter.Length == 0) return null;
        var at = key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return at < 0 ? null : key[..(at + delimiter.Length)];
    }

    /// <summary>The order of the store: by bytes of UTF-8, which is not the order of UTF-16.</summary>
    private static bool IsBefore(string a, string b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)) < 0;

    private static bool IsCommonPrefix(string place, string prefix, string delimiter) =>
        place.StartsWith(prefix, StringComparison.Ordinal) && CommonPrefix(place, prefix, delimiter) == place;
}
