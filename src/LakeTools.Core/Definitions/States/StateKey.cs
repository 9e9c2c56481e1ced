using LakeTools.Rules.Names;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.States;

/// <summary>The name of an item of a lake's state. Sorted by kind, then by name.</summary>
/// <param name="Kind">The kind of the resource.</param>
/// <param name="Id">Its name within its kind, such as <c>sales.orders</c>, or for a grant the principal and the resource.</param>
public sealed record StateKey(StateKind Kind, string Id) : IComparable<StateKey>
{
    // What stands behind a principal in the key of its grant.
    private static readonly string[] s_joints = [" on ", " when "];

    /// <inheritdoc/>
    public int CompareTo(StateKey? other) => other is null ? 1
        : Kind != other.Kind ? Kind.CompareTo(other.Kind) : string.CompareOrdinal(Id, other.Id);

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Id}";

    /// <summary>The key of a table.</summary>
    /// <param name="database">Its database.</param>
    /// <param name="name">Its name.</param>
    /// <returns>The key.</returns>
    public static StateKey OfTable(string database, string name) => new(StateKind.Table, QualifiedName.Of(database, name));

    /// <summary>The key of a thing in the catalog, or of what is about it: its partitions, its LF-Tags.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="resource">The database, the table, the column or the data filter.</param>
    /// <returns>The key. That of a database is its name; those of the others have each name with a dot in backticks.</returns>
    public static StateKey Of(StateKind kind, LakeResource resource)
    {
        var (database, table) = (resource.DatabaseName!, resource.TableName);
        if (kind == StateKind.Database) return new(kind, database);
        if (resource.FilterName is { } filter) return new(kind, $"{Part(database)}.{Part(table!)}/{filter}");
        return new(kind, QualifiedName.Of(new[] { database, table, resource.ColumnNames.FirstOrDefault() }.OfType<string>()));

        static string Part(string name) => QualifiedName.Quoted(name, ".", "/");
    }

    /// <summary>The key of a grant or an opt-in of a principal on a resource.</summary>
    /// <param name="kind">Grant or OptIn.</param>
    /// <param name="principal">The principal.</param>
    /// <param name="resource">The resource, in canonical form.</param>
    /// <param name="accountId">The lake's account. A resource in the catalog of another account includes its id.</param>
    /// <param name="condition">The condition, which is part of the key. Null if there is none.</param>
    /// <returns>The key.</returns>
    public static StateKey Of(StateKind kind, string principal, LakeResource resource, string accountId, string? condition = null) =>
        new(kind, $"{QualifiedName.Quoted(principal, s_joints)} on {resource}"
            + (IsForeign(resource, accountId) ? $" of account {resource.CatalogId}" : "")
            + LakeGrant.When(condition));

    private static bool IsForeign(LakeResource resource, string accountId) =>
        resource.CatalogId is { Length: 12 } catalog && catalog != accountId;
}
