using LakeTools.Local.Api;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>Checks the operations of the lake's services and permits what Lake Formation allows the caller.</summary>
internal sealed class LakeGuard
{
    private readonly AccessDecision _decision;
    private readonly StoreSession _session;

    public LakeGuard(ApiCall call)
    {
        _session = call.Session;
        Facts = new StoreFacts(call.Session, call.Lake, call.Caller);
        IsAcross = call.IsAcross;
        _decision = new AccessDecision(IsAcross ? new SharedFacts(call, Facts) : Facts, call.Caller.PrincipalArn);
    }

    /// <summary>The decision itself, for what is asked more than once.</summary>
    public AccessDecision Decision => _decision;

    /// <summary>The facts for decisions of the catalog's owner; principals of other accounts need more facts.</summary>
    public StoreFacts Facts { get; }

    /// <summary>Whether the caller is of another account than the catalog.</summary>
    public bool IsAcross { get; }

    /// <summary>Refuses a caller who is not an administrator.</summary>
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
    /// <returns>The caller's permissions on it.</returns>
    public LakeRights RequireDatabase(string database, PermissionSet permission)
    {
        var rights = _decision.OnDatabase(database);
        return rights.Allows(permission) ? rights : throw Insufficient(Word(permission), database);
    }

    /// <summary>Refuses what the caller may not do with a table.</summary>
    /// <returns>The caller's permissions on it.</returns>
    public LakeRights RequireTable(string database, string table, params ReadOnlySpan<PermissionSet> anyOf)
    {
        var rights = _decision.OnTable(database, table);
        foreach (var permission in anyOf)
            if (rights.Allows(permission)) return rights;
        throw Insufficient(Word(anyOf[0]), table);
    }

    /// <summary>
    /// Refuses to point a database, a table or a partition into a registered location without DATA_LOCATION_ACCESS there.
    /// </summary>
    /// <remarks>
    /// Source: developer guide, lf-permissions-reference (ALTER, CREATE_DATABASE, CREATE_TABLE) and access-control-underlying-data. The
    /// creator of a table needs only CREATE_TABLE if the location of the database is registered too and contains the table's; a
    /// database and an update always need the permission. That a partition below its table's registered location needs none is
    /// undocumented: keys for the table open it anyway.
    /// </remarks>
    /// <param name="locations">The new places. A text that names no place in S3 needs no permission.</param>
    /// <param name="owner">The location of the parent, if it gives an implicit permission: that of the database, or of the
    /// partition's table. Null gives none.</param>
    public void RequireLocations(IEnumerable<string> locations, string? owner = null)
    {
        foreach (var location in locations)
        {
            if (!S3Location.IsLocation(location))
            {
                // A text that resembles an ARN of S3 but is invalid would be a location for one reader and not for another.
                if (location.StartsWith("arn:", StringComparison.OrdinalIgnoreCase)
                    && location.Contains(":s3:::", StringComparison.OrdinalIgnoreCase))
                    throw new ApiException("InvalidInputException", $"Invalid location: {location}.");
                continue;
            }

            if (Locations.Covering(_session, location) is null) continue;
            if (owner is not null && Locations.Covering(_session, owner) is not null && S3Location.IsUnder(location, owner)) continue;
            RequireDataLocation(location);
        }
    }

    /// <summary>Refuses who has no DATA_LOCATION_ACCESS on a place, be it granted or an administrator's.</summary>
    public void RequireDataLocation(string location)
    {
        var uri = S3Location.ToUri(location);
        if (!_decision.OnLocation(S3Location.ToArn(uri, LakeHome.Embedded.Partition)).Allows(PermissionSet.DataLocationAccess))
            throw new ApiException("AccessDeniedException", $"Insufficient Lake Formation permission(s) on {uri}");
    }

    private static ApiException Insufficient(string permission, string thing) =>
        new("AccessDeniedException", $"Insufficient Lake Formation permission(s): Required {permission} on {thing}");

    private static string Word(PermissionSet permission) =>
        string.Join(' ', permission.ToText().Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant()));
}
