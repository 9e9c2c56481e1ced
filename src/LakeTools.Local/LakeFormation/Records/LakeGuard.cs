using LakeTools.Local.Api;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>Stands before the operations of the lake's services and lets through what Lake Formation allows the caller.</summary>
internal sealed class LakeGuard
{
    private readonly AccessDecision _decision;
    private readonly StoreSession _session;

    public LakeGuard(ApiCall call)
    {
        _session = call.Session;
        Facts = new StoreFacts(call.Session, call.Lake);
        _decision = new AccessDecision(Facts, call.Caller.PrincipalArn);
    }

    /// <summary>The decision itself, for what is asked more than once.</summary>
    public AccessDecision Decision => _decision;

    /// <summary>What it decides by.</summary>
    public StoreFacts Facts { get; }

    /// <summary>Refuses whoever is no administrator.</summary>
    public static void RequireAdministrator(ApiCall call)
    {
        if (!new LakeGuard(call)._decision.IsAdministrator) throw LakeFormationErrors.NotAdministrator(call.Caller.PrincipalArn);
    }

    /// <summary>Refuses to make a database.</summary>
    public void RequireCreateDatabase()
    {
        if (!_decision.OnCatalog().Allows(PermissionSet.CreateDatabase)) throw Insufficient("Create Database", "Catalog");
    }

    /// <summary>Refuses what the caller may not do with a database.</summary>
    /// <returns>The caller's rights on it.</returns>
    public LakeRights RequireDatabase(string database, PermissionSet permission)
    {
        var rights = _decision.OnDatabase(database);
        return rights.Allows(permission) ? rights : throw Insufficient(Word(permission), database);
    }

    /// <summary>Refuses what the caller may not do with a table.</summary>
    /// <returns>The caller's rights on it.</returns>
    public LakeRights RequireTable(string database, string table, params ReadOnlySpan<PermissionSet> anyOf)
    {
        var rights = _decision.OnTable(database, table);
        foreach (var permission in anyOf)
            if (rights.Allows(permission)) return rights;
        throw Insufficient(Word(anyOf[0]), table);
    }

    /// <summary>
    /// Refuses to point a database or table into a registered location without DATA_LOCATION_ACCESS. Where the database's own
    /// location holds the place, who may make tables in it needs no more.
    /// </summary>
    public void RequireLocation(string? location, string? databaseLocation)
    {
        if (location is null || !S3Location.IsLocation(location)) return;
        if (Locations.Covering(_session, location) is null) return;
        if (databaseLocation is not null && S3Location.IsLocation(databaseLocation) && S3Location.IsUnder(location, databaseLocation))
            return;
        if (!_decision.OnLocation(location).Allows(PermissionSet.DataLocationAccess))
            throw new ApiException("AccessDeniedException", $"Insufficient Lake Formation permission(s) on {S3Location.ToUri(location)}");
    }

    private static ApiException Insufficient(string permission, string thing) =>
        new("AccessDeniedException", $"Insufficient Lake Formation permission(s): Required {permission} on {thing}");

    private static string Word(PermissionSet permission) =>
        string.Join(' ', permission.ToText().Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant()));
}
