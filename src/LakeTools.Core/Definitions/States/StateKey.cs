using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.States;

/// <summary>The name of an item of a lake's state. Sorted by kind, then by name.</summary>
/// <param name="Kind">The kind of the resource.</param>
/// <param name="Id">Its name within its kind, such as <c>sales.orders</c>, or for a grant the principal and the resource.</param>
public sealed record StateKey(StateKind Kind, string Id) : IComparable<StateKey>
{
    /// <inheritdoc/>
    public int CompareTo(StateKey? other) => other is null ? 1
        : Kind != other.Kind ? Kind.CompareTo(other.Kind) : string.CompareOrdinal(Id, other.Id);

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Id}";

    /// <summary>The key of a grant or an opt-in of a principal on a resource.</summary>
    /// <param name="kind">Grant or OptIn.</param>
    /// <param name="principal">The principal.</param>
    /// <param name="resource">The resource, in canonical form.</param>
    /// <param name="accountId">The lake's account. A resource in the catalog of another account includes its id.</param>
    /// <param name="condition">The condition, which is part of the key. Null if there is none.</param>
    /// <returns>The key.</returns>
    public static StateKey Of(StateKind kind, string principal, LakeResource resource, string accountId, string? condition = null) =>
        new(kind, $"{principal} on {resource}{(IsForeign(resource, accountId) ? $" of account {resource.CatalogId}" : "")}"
            + LakeGrant.When(condition));

    private static bool IsForeign(LakeResource resource, string accountId) =>
        resource.CatalogId is { Length: 12 } catalog && catalog != accountId;
}
