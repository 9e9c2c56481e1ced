using System.Text.Json.Nodes;
using LakeTools.Local.Store;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>
/// The grants that an account has made, kept in canonical form: on what is its own, and on what other accounts share with it. Every
/// question has an index; none reads more grants than bear on it.
/// </summary>
internal sealed class GrantStore(StoreSession session, string accountId)
{
    private const string Columns = "id, principal, resource, permissions, grantable, updated, updated_by, condition";

    // Separates a catalog besides the account's own from a database in it: no name has a line break, so no database of the account's own
    // catalog has such a name.
    private const string Within = "\n";

    // The store's name for all tables of a database; no table can have this name.
    private const string AllTables = "*";

    /// <summary>The grants of a principal on one resource, with all column sets or tag values, and with every condition.</summary>
    public List<StoredGrant> Held(string principal, LakeResource resource)
    {
        var key = KeyOf(resource, accountId);
        return session.Query($"SELECT {Columns} FROM lf_grant WHERE database = ?1 AND tbl = ?2 AND kind = ?3 AND detail = ?4 "
            + "AND principal = ?5 ORDER BY id",
            Read, key.Database, key.Table, key.Kind, key.Detail, principal);
    }

    /// <summary>Replaces a principal's grants on one resource with others. An unchanged grant keeps its row.</summary>
    public void Replace(IReadOnlyList<StoredGrant> before, IReadOnlyList<LakeGrant> after, long now, string by)
    {
        var stays = new HashSet<LakeGrant>();
        foreach (var old in before)
        {
            if (after.Contains(old.Grant)) stays.Add(old.Grant);
            else session.Execute("DELETE FROM lf_grant WHERE id = ?1", old.Id);
        }

        foreach (var grant in after)
        {
            if (stays.Contains(grant)) continue;
            var key = KeyOf(grant.Resource, accountId);
            session.Execute(
                "INSERT INTO lf_grant (principal, kind, database, tbl, detail, resource, permissions, grantable, updated, updated_by, "
                    + "condition) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                grant.Principal, key.Kind, key.Database, key.Table, key.Detail, ResourceWire.Write(grant.Resource).ToJsonString(),
                (long)grant.Permissions, (long)grant.Grantable, now, by, grant.Condition ?? "");
        }
    }

    /// <summary>Adds a grant to what is held.</summary>
    public void Add(LakeGrant grant, long now, string by)
    {
        var held = Held(grant.Principal, grant.Resource);
        Replace(held, CanonicalGrants.Add(held.Select(row => row.Grant), grant, accountId), now, by);
    }

    /// <summary>The grants of some principals that bear on a thing: see <see cref="ILakeFacts.GrantsOn"/>.</summary>
    public List<LakeGrant> Bearing(LakeResource resource, IReadOnlyCollection<string> principals)
    {
        var found = new List<LakeGrant>();
        foreach (var principal in principals)
        {
            if (resource.Kind == ResourceKind.Table)
            {
                found.AddRange(session.Query($"SELECT {Columns} FROM lf_grant WHERE database = ?1 AND tbl IN (?2, '{AllTables}') "
                    + "AND principal = ?3 ORDER BY id",
                    row => Read(row).Grant, KeyOf(resource, accountId).Database, resource.TableName, principal));
            }
            else if (resource.Kind == ResourceKind.DataLocation)
            {
                foreach (var arn in DataLocation.SelfAndParents(resource.DataLocation!))
                    found.AddRange(Held(principal, LakeResource.Location(arn, resource.CatalogId ?? accountId)).Select(row => row.Grant));
            }
            else
            {
                found.AddRange(Held(principal, resource).Select(row => row.Grant));
            }
        }

        return found;
    }

    /// <summary>Whether any of the principals has a grant without a condition on a table of the database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="principals">The principals who hold the grants.</param>
    /// <param name="catalogId">The account whose database it is; null for the own one.</param>
    public bool AnyInside(string database, IReadOnlyCollection<string> principals, string? catalogId = null) =>
        principals.Any(principal => session.Scalar<long>(
            "SELECT EXISTS (SELECT 1 FROM lf_grant WHERE database = ?1 AND tbl > '' AND principal = ?2 AND condition = '')",
            KeyOf(LakeResource.Database(database, catalogId), accountId).Database, principal) != 0);

    /// <summary>The grants without a condition of some principals on tables of a database.</summary>
    public List<LakeGrant> Inside(string database, IEnumerable<string> principals) => [.. principals.SelectMany(principal => session.Query(
        $"SELECT {Columns} FROM lf_grant WHERE database = ?1 AND tbl > '' AND principal = ?2 AND condition = '' ORDER BY id",
        row => Read(row).Grant, database, principal))];

    /// <summary>Whether any of the principals has a grant on all tables of the database.</summary>
    public bool AnyOnAllTables(string database, IReadOnlyCollection<string> principals) => principals.Any(principal => session.Scalar<long>(
        $"SELECT EXISTS (SELECT 1 FROM lf_grant WHERE database = ?1 AND tbl = '{AllTables}' AND principal = ?2)", database,
            principal) != 0);

    /// <summary>
    /// Tables of a database that a principal's grants name and that are there, in the order of their names after one of them.
    /// </summary>
    public List<string> TablesNamed(string database, string principal, string after, int count) => session.Query(
        """
        SELECT DISTINCT tbl FROM lf_grant
        WHERE principal = ?1 AND database = ?2 AND tbl > ?3
            AND EXISTS (SELECT 1 FROM glue_table WHERE glue_table.database = lf_grant.database AND glue_table.name = lf_grant.tbl)
        ORDER BY tbl LIMIT ?4
        """,
        row => row.GetString(0), principal, database, after, count);

    /// <summary>The grants of some principals of one kind that names no database.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="principals">The principals who hold the grants.</param>
    /// <param name="catalogId">The account whose things they are on; null for the own one.</param>
    public List<LakeGrant> OfKind(ResourceKind kind, IReadOnlyCollection<string> principals, string? catalogId = null)
    {
        var database = KeyOf(LakeResource.Catalog(catalogId), accountId).Database;
        var found = new List<LakeGrant>();
        foreach (var principal in principals)
            found.AddRange(session.Query($"SELECT {Columns} FROM lf_grant WHERE principal = ?1 AND kind = ?2 AND database = ?3 "
                + "ORDER BY id", row => Read(row).Grant, principal, (long)kind, database));
        return found;
    }

    /// <summary>A page of grants after an id, in the order in which they were written.</summary>
    public List<StoredGrant> After(long id, GrantFilter filter, int count)
    {
        var (where, arguments) = filter.Where(accountId);
        return session.Query($"SELECT {Columns} FROM lf_grant WHERE id > ?1 AND {where} ORDER BY id LIMIT {count}", Read,
            [id, .. arguments]);
    }

    /// <summary>Removes the grants on a database and on what is in it.</summary>
    public void ForgetDatabase(string database) => session.Execute("DELETE FROM lf_grant WHERE database = ?1", database);

    /// <summary>Removes the grants on a catalog besides the account's own, on catalogs within it, and on their contents.</summary>
    public void ForgetCatalog(string catalogId) => session.Execute(
        "DELETE FROM lf_grant WHERE (kind = ?1 AND (detail = ?2 OR substr(detail, 1, length(?3)) = ?3)) "
            + "OR substr(database, 1, length(?4)) = ?4 OR substr(database, 1, length(?3)) = ?3",
        (long)ResourceKind.NestedCatalog, catalogId, catalogId + "/", catalogId + Within);

    /// <summary>Removes the grants on a table, its columns and its filters.</summary>
    public void ForgetTable(string database, string table) =>
        session.Execute("DELETE FROM lf_grant WHERE database = ?1 AND tbl = ?2", database, table);

    /// <summary>Removes the grants on a data cells filter.</summary>
    public void ForgetFilter(string database, string table, string filter) => session.Execute(
        "DELETE FROM lf_grant WHERE database = ?1 AND tbl = ?2 AND kind = ?3 AND detail = ?4", database, table,
            (long)ResourceKind.DataFilter, filter);

    /// <summary>The number of a table's filters with SELECT for a principal.</summary>
    public int CountFilters(LakeResource filter, string principal) => session.Query(
        $"SELECT {Columns} FROM lf_grant WHERE database = ?1 AND tbl = ?2 AND kind = ?3 AND principal = ?4", Read,
            KeyOf(filter, accountId).Database, filter.TableName, (long)ResourceKind.DataFilter, principal)
        .Count(row => (row.Grant.Permissions & PermissionSet.Select) != 0);

    /// <summary>The grants to an account as a whole and to its principals, or to an organization or a unit.</summary>
    /// <param name="receiver">Twelve digits, or an ARN.</param>
    public List<LakeGrant> To(string receiver) => session.Query(
        $"SELECT {Columns} FROM lf_grant WHERE principal = ?1 OR principal = ?2 OR instr(principal, ?3) > 0 ORDER BY id",
        row => Read(row).Grant, receiver, receiver + ":IAMPrincipals", $":{receiver}:");

    /// <summary>
    /// The key of a resource's grants. For another account's resource, that account precedes the database; no name contains a line break.
    /// </summary>
    internal static (long Kind, string Database, string Table, string Detail) KeyOf(LakeResource resource, string accountId) => (
        (long)resource.Kind,
        resource is { IsNested: true, DatabaseName: { } nested } ? resource.CatalogId + Within + nested
            : resource.CatalogId is { Length: 12 } catalog && catalog != accountId ? catalog + Within + resource.DatabaseName
            : resource.DatabaseName ?? "",
        resource.Kind == ResourceKind.AllTables ? AllTables : resource.TableName ?? "",
        resource.Kind switch
        {
            ResourceKind.DataLocation => resource.DataLocation!,
            ResourceKind.DataFilter => resource.FilterName!,
            ResourceKind.Tag => resource.TagKey!,
            ResourceKind.TagExpression => $"{resource.ResourceType} {resource.TagExpressionName} {resource.TagExpression}",
            ResourceKind.NamedTagExpression => resource.TagExpressionName!,
            ResourceKind.NestedCatalog => resource.CatalogId!,
            _ => "",
        });

    private StoredGrant Read(SqliteDataReader row)
    {
        var resource = ResourceWire.Read(JsonNode.Parse(row.GetString(2))!.AsObject()).Canonical(accountId);
        var grant = new LakeGrant(row.GetString(1), resource, (PermissionSet)row.GetInt64(3), (PermissionSet)row.GetInt64(4))
        {
            Condition = row.GetString(7) is { Length: > 0 } condition ? condition : null,
        };
        return new StoredGrant(row.GetInt64(0), grant, row.GetInt64(5), row.GetString(6));
    }
}
