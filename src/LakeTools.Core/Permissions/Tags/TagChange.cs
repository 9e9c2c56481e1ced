namespace LakeTools.Core.Permissions.Tags;

/// <summary>The change of an LF-Tag's values.</summary>
/// <param name="Key">The tag.</param>
/// <param name="Values">All the values that it shall have; null if only some come or go.</param>
/// <param name="Add">Values that come.</param>
/// <param name="Remove">Values that go; those that are not there are gone already.</param>
/// <param name="CatalogId">The account; null for the caller's.</param>
public sealed record TagChange(string Key, IReadOnlyList<string>? Values, IReadOnlyList<string> Add, IReadOnlyList<string> Remove,
    string? CatalogId = null);
