using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>GetTemporaryDataLocationCredentials: keys that open places in S3 by what the caller holds on the tables there.</summary>
/// <remarks>
/// Source: API reference. The place must be registered and belong to a table; the caller needs SELECT on that table, or ALL to write as
/// well; and the settings must allow full table access. A table is taken to own what is under its location, where that is registered too,
/// and the nearest table counts.
/// </remarks>
internal static class LocationCredentials
{
    private const string Read = "READ";
    private const string ReadWrite = "READWRITE";

    // The permissions on data that ALL on a table includes.
    private const PermissionSet Everything =
        PermissionSet.Select | PermissionSet.Insert | PermissionSet.Delete | PermissionSet.Alter | PermissionSet.Drop;

    public static JsonObject Get(ApiCall call)
    {
        var locations = call.Input.Texts("DataLocations") ?? [];
        if (locations.Count == 0) throw LakeFormationErrors.Invalid("DataLocations cannot be empty.");
        if (!LakeSettings.Read(call.Session, call.Lake).Flag("AllowFullTableExternalDataAccess"))
            throw new ApiException("AccessDeniedException",
                "Full table access for external engines is not allowed: see AllowFullTableExternalDataAccess in the data lake settings.");
        var asked = call.Input.Text("CredentialsScope");
        var canWrite = asked is null or ReadWrite;
        foreach (var location in locations)
        {
            var rights = RightsOn(call, location);
            var writes = (rights.Permissions & Everything) == Everything;
            if (!rights.SelectsAll || (asked == ReadWrite && !writes)) throw LakeFormationErrors.Denied();
            canWrite &= writes;
        }

        return new JsonObject
        {
            ["Credentials"] = VendedKeys.Issue(call, [.. locations.Select(location => S3Location.ToUri(location) + "/")], canWrite),
            ["AccessibleDataLocations"] = locations.ToJsonArray(),
            ["CredentialsScope"] = canWrite ? ReadWrite : Read,
        };
    }

    /// <summary>The caller's rights on the table at a place. If several tables share it, the table with the most rights.</summary>
    private static LakeRights RightsOn(ApiCall call, string location)
    {
        if (!S3Location.IsLocation(location)) throw LakeFormationErrors.Invalid($"Invalid data location: {location}.");
        if (Locations.Covering(call.Session, location) is not { } covering)
            throw LakeFormationErrors.Invalid($"{location} is not registered with Lake Formation.");
        var tables = TablesAt(call, location);
        if (tables.Count == 0) throw LakeFormationErrors.NotFound($"No table is associated with {location}.");
        var decision = new LakeGuard(call).Decision;
        var all = tables.ConvertAll(table => decision.OnTable(table.Database, table.Name));
        if (covering.IsHybrid || Locations.Covering(call.Session, tables[0].Location!)!.IsHybrid)
            all.RemoveAll(rights => !rights.IsOptedIn);
        return all.MaxBy(rights => System.Numerics.BitOperations.PopCount((ulong)(rights.Permissions & Everything))
            + (rights.SelectsAll ? 10 : 0)) ?? throw LakeFormationErrors.Denied();
    }

    // A table above the registered location owns nothing of it: the creator of that table needed no right on the place.
    private static List<TableRecord> TablesAt(ApiCall call, string location)
    {
        foreach (var place in S3Location.SelfAndParents(S3Location.ToArn(location, LakeHome.Embedded.Partition)))
        {
            if (Locations.Covering(call.Session, place) is null) break;
            if (CatalogStore.TablesAt(call.Session, place) is { Count: > 0 } tables) return tables;
        }

        return [];
    }
}
