using LakeTools.Local.Identity;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.Store;

namespace LakeTools.Local.S3.Operations;

/// <summary>Walks the keys of a bucket. The walk skips the keys under a common prefix that are beyond a batch.</summary>
internal static class KeyWalk
{
    private const int BatchSize = 500;

    // The greatest character, so prefix + this is after all keys under the prefix but those that have it there themselves.
    private const string Beyond = "\U0010FFFF";

    /// <summary>Collects a page of objects.</summary>
    /// <param name="session">The store.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="prefix">The prefix of keys.</param>
    /// <param name="delimiter">The delimiter of common prefixes. Empty for none.</param>
    /// <param name="after">The key or common prefix after which the page begins; empty for the first.</param>
    /// <param name="limit">The maximum number of keys and common prefixes.</param>
    /// <param name="closed">The prefixes to leave out.</param>
    /// <param name="batch">The number of keys per read.</param>
    public static KeyPage Collect(StoreSession session, string bucket, string prefix, string delimiter, string after, int limit,
        ClosedKeys? closed = null, int batch = BatchSize) => Collect(
            (place, count) => Objects.From(session, bucket, place.Key, place == Place.Before(place.Key), count),
            prefix,
            delimiter,
            after.Length == 0 ? Place.Before("") : Place.After(after),
            limit,
            closed,
            batch);

    /// <summary>Collects a page.</summary>
    /// <param name="read">Reads so many objects or versions after a place.</param>
    /// <param name="prefix">The prefix of keys.</param>
    /// <param name="delimiter">The delimiter of common prefixes. Empty for none.</param>
    /// <param name="after">The place that the page follows; after a common prefix the page starts beyond it.</param>
    /// <param name="limit">The maximum number of items and common prefixes.</param>
    /// <param name="closed">The prefixes to leave out.</param>
    /// <param name="batch">The number of items per read.</param>
    public static KeyPage Collect(Func<Place, int, List<StoredObject>> read, string prefix, string delimiter, Place after, int limit,
        ClosedKeys? closed = null, int batch = BatchSize)
    {
        var items = new List<StoredObject>();
        var prefixes = new List<string>();
        string? last = null;
        if (limit == 0) return new KeyPage(items, prefixes, null, null, false);
        var place = KeyOrder.Compare(after.Key, prefix) < 0 ? Place.Before(prefix)
            : IsCommonPrefix(after.Key, prefix, delimiter) ? Place.After(after.Key + Beyond) : after;
        while (true)
        {
            var found = read(place, batch);
            foreach (var item in found)
            {
                if (!item.Key.StartsWith(prefix, StringComparison.Ordinal)) return Page(false);
                if (closed?.Holds(item.Key) == true)
                {
                    place = closed.AllWith(item.Key) is { } folder ? Later(folder + Beyond, item) : new Place(item.Key, item.Rank);
                    continue;
                }

                var common = CommonPrefix(item.Key, prefix, delimiter);
                place = common is null ? new Place(item.Key, item.Rank) : Later(common + Beyond, item);
                if (common is not null && (common == last || after.Key.StartsWith(common, StringComparison.Ordinal))) continue;
                if (items.Count + prefixes.Count == limit) return Page(true);
                last = common ?? item.Key;
                if (common is null) items.Add(item);
                else prefixes.Add(common);
            }

            if (found.Count < batch) return Page(false);
        }

        KeyPage Page(bool isTruncated) => new(
            items, prefixes, last, items.Count > 0 && items[^1].Key == last ? items[^1] : null, isTruncated);
    }

    private static Place Later(string key, StoredObject item) =>
        KeyOrder.Compare(key, item.Key) < 0 ? new Place(item.Key, item.Rank) : Place.After(key);

    private static string? CommonPrefix(string key, string prefix, string delimiter)
    {
        if (delimiter.Length == 0) return null;
        var at = key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return at < 0 ? null : key[..(at + delimiter.Length)];
    }

    private static bool IsCommonPrefix(string place, string prefix, string delimiter) =>
        place.StartsWith(prefix, StringComparison.Ordinal) && CommonPrefix(place, prefix, delimiter) == place;
}
