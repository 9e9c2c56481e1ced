using LakeTools.Local.S3.Storage;

namespace LakeTools.Local.S3.Operations;

/// <summary>One page of a list: objects, and the common prefixes that represent those beyond a delimiter.</summary>
/// <param name="Items">Objects or versions, in the order of their keys.</param>
/// <param name="CommonPrefixes">Common prefixes, in order.</param>
/// <param name="Last">The last key or common prefix of the page; null if it is empty.</param>
/// <param name="LastItem">The last object or version, where that ends the page; null if a common prefix does.</param>
/// <param name="IsTruncated">True if more follow.</param>
internal sealed record KeyPage(
    IReadOnlyList<StoredObject> Items,
    IReadOnlyList<string> CommonPrefixes,
    string? Last,
    StoredObject? LastItem,
    bool IsTruncated);
