using LakeTools.Rules.Conditions;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Rules.Access;

/// <summary>
/// The data of a lake that a decision needs. The embedded lake reads it from its store, and commands create it from lists of the
/// service. Names are in lowercase. Resources are identified with their catalog: a resource in a nested catalog is different from
/// a resource of the same name in another catalog.
/// </summary>
public interface ILakeFacts
{
    /// <summary>The lake's account, twelve digits.</summary>
    string AccountId { get; }

    /// <summary>Whether the settings list the principal as an administrator or read-only administrator.</summary>
    /// <param name="principal">An identifier.</param>
    /// <param name="readOnly">True for the list of read-only administrators.</param>
    /// <returns>True if it is listed.</returns>
    bool IsAdministrator(string principal, bool readOnly);

    /// <summary>The creator of a database, a table, a nested catalog, an LF-Tag or a saved expression.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>An identifier, or the ARN of a session of a role. Null if it is not known.</returns>
    string? CreatorOf(LakeResource resource);

    /// <summary>
    /// The canonical grants that bear on a thing. For a table: those on it, on its columns and filters, and on all tables of its
    /// database. For a data location: those on it and on its parents. For an LF-Tag: those on any of its key's values. For anything else:
    /// those on itself.
    /// </summary>
    /// <param name="resource">The resource.</param>
    /// <param name="principals">The principals who hold the grants.</param>
    /// <returns>The grants.</returns>
    IReadOnlyList<LakeGrant> GrantsOn(LakeResource resource, IReadOnlyCollection<string> principals);

    /// <summary>
    /// Whether any of the principals holds a grant on a table of the database: one that names the table, its columns or filters, or all
    /// tables, or one on LF-Tags that the table or a column of it matches. Grants with a condition do not count: they show no parent
    /// (developer guide, attribute-based access control considerations).
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="principals">The principals who hold the grants.</param>
    /// <returns>True if there is one.</returns>
    bool HasGrantInside(LakeResource database, IReadOnlyCollection<string> principals);

    /// <summary>
    /// Whether the principal made a table of the database that is there yet: it sees the database (implicit-permissions).
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="principal">The principal.</param>
    /// <returns>True if there is one.</returns>
    bool HasTableOf(LakeResource database, string principal);

    /// <summary>The grants on expressions of LF-Tags, named ones resolved.</summary>
    /// <param name="type">On databases or on tables.</param>
    /// <param name="principals">The principals who hold the grants.</param>
    /// <returns>The grants. The TagExpression of a resource is null if a caller may not read the saved expression.</returns>
    IReadOnlyList<LakeGrant> TagGrants(TaggedResourceType type, IReadOnlyCollection<string> principals);

    /// <summary>The LF-Tags that hold on a thing: its own, and those that it inherits.</summary>
    /// <param name="thing">A database or a table.</param>
    /// <param name="column">A column of the table; null for the resource itself.</param>
    /// <returns>Values by key.</returns>
    IReadOnlyDictionary<string, string> TagsOf(LakeResource thing, string? column);

    /// <summary>The columns of a table, partition keys included.</summary>
    /// <param name="table">The table, or columns of it.</param>
    /// <returns>The names, in the order of the table; empty if they are not known.</returns>
    IReadOnlyList<string> ColumnsOf(LakeResource table);

    /// <summary>The partition keys of a table, which are open to a principal who may select any column.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The names, in the table's order.</returns>
    IReadOnlyList<string> PartitionKeysOf(LakeResource table);

    /// <summary>A data cells filter, which shows the partition keys of its table whatever it says.</summary>
    /// <param name="filter">The filter.</param>
    /// <returns>The rows and columns that the filter permits, or null if no filter has that name.</returns>
    DataFilterRule? FilterOf(LakeResource filter);

    /// <summary>
    /// The opt-ins to Lake Formation of some principals on a thing, as hybrid access has them. For a table: on it or on all tables of its
    /// database. An opt-in on a database is one on the database itself: no documentation gives it to the tables in it.
    /// </summary>
    /// <param name="resource">The resource.</param>
    /// <param name="principals">The principals of the opt-ins.</param>
    /// <returns>The condition of each; null if it has none.</returns>
    IReadOnlyList<string?> OptInsOn(LakeResource resource, IReadOnlyCollection<string> principals);

    /// <summary>The tags by which conditions are decided: those of the user or role, and over them those of the session.</summary>
    /// <param name="principal">An identifier.</param>
    /// <returns>The tags, as far as they are known.</returns>
    PrincipalTags TagsOfPrincipal(string principal);
}
