using LakeTools.Local.Api;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Rules.Resources;

namespace LakeTools.Local.Glue.Operations;

/// <summary>
/// The tables of a database that a caller may be able to see. A caller with grants on a few of many tables does not need a check of each
/// table: only the tables that grants name, and those that the caller created, can be visible.
/// </summary>
internal sealed class TableCandidates
{
    private readonly ApiCall _call;
    private readonly string _database;
    private readonly GrantStore _grants;
    private readonly List<string> _grantees;
    private readonly bool _isAny;

    public TableCandidates(ApiCall call, LakeGuard guard, string database)
    {
        (_call, _database, _grants) = (call, database, guard.Facts.Grants);
        var principals = guard.Decision.Principals;
        _grantees = [.. principals, LakePrincipal.IamAllowedPrincipalsId];
        _isAny = guard.Decision.IsAdministrator || guard.IsAcross
            || guard.Facts.IsAdministrator(call.Caller.PrincipalArn, readOnly: true)
            || guard.Facts.TagGrants(TaggedResourceType.Table, principals).Count > 0
            || _grants.AnyOnAllTables(database, _grantees);
    }

    /// <summary>Tables whose names follow. A result with fewer tables than requested is the last one.</summary>
    public List<TableRecord> After(string name, int count)
    {
        if (_isAny) return CatalogStore.TablesAfter(_call.Session, _database, name, count);

        // The first ones of each source hold the first ones of all.
        var names = _grantees.SelectMany(grantee => _grants.TablesNamed(_database, grantee, name, count))
            .Concat(CatalogStore.TablesMadeBy(_call.Session, _call.Caller.PrincipalArn, _database, name, count));
        return CatalogStore.TablesAmong(_call.Session, _database, names, count);
    }
}
