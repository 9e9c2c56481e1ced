using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>
/// GetTemporaryGlueTableCredentials and GetTemporaryGluePartitionCredentials: keys that open a table's files, or those of one
/// partition, as far as the caller's grants go.
/// </summary>
/// <remarks>
/// <para>
/// SELECT opens for reading, INSERT and DELETE for reading and writing; no other permission opens anything (developer guide,
/// lf-permissions-reference: INSERT and DELETE let insert, update and read). Callers with partial access to a table must declare that they
/// filter it themselves, whatever they ask for.
/// </para>
/// <para>
/// Keys open what is under the registered location that covers the table. Undocumented: what keys for a partition at another registered
/// location need; here it is DATA_LOCATION_ACCESS on that location.
/// </para>
/// </remarks>
internal static partial class CredentialOperations
{
    private const PermissionSet WritePermissions = PermissionSet.Insert | PermissionSet.Delete;
    private const PermissionSet DataPermissions = PermissionSet.Select | WritePermissions;

    public static JsonObject ForTable(ApiCall call)
    {
        (call, var table, var rights, var canWrite) = Granted(call);
        if (Covering(call, table, rights) is null) throw NotRegistered();
        var place = call.Input.Text("S3Path") is { } path ? Within(table, path) : table.Location!;
        var (credential, prefix) = Issue(call, table, place, canWrite);
        return credential.With("VendedS3Path", new JsonArray(prefix));
    }

    public static JsonObject ForPartition(ApiCall call)
    {
        (call, var table, var rights, var canWrite) = Granted(call);
        var values = call.Input["Partition"]!.AsObject().Texts("Values")!;
        var partition = new PartitionStore(call.Session, table).Find(values) ?? throw LakeFormationErrors.NotFound("Partition not found.");
        var covering = Covering(call, table, rights);
        var place = (partition.Document["StorageDescriptor"] as JsonObject)?.Text("Location") is { Length: > 0 } own ? own : table.Location;
        if (place is null || Locations.Covering(call.Session, place) is not { } actual) throw NotRegistered();
        RequireOptIn(actual, rights);
        if (covering is null || !S3Location.IsUnder(place, covering.Arn)) new LakeGuard(call).RequireDataLocation(place);
        return Issue(call, table, place, canWrite).Credential;
    }

    /// <summary>
    /// The table that the call names, what the caller may do with it, and whether it asks to write; refused where the caller does not hold
    /// all that it asks for, or where that opens no data.
    /// </summary>
    private static (ApiCall Call, TableRecord Table, LakeRights Rights, bool CanWrite) Granted(ApiCall call)
    {
        (call, var database, var name) = TableOf(call);
        var names = call.Input.Texts("Permissions") ?? ["SELECT"];
        if (names.Count == 0) throw LakeFormationErrors.Invalid("Permissions cannot be empty.");
        var asked = PermissionRules.Implied(PermissionNames.Parse(names), LakeResource.Table(database, name)) & ~PermissionSet.All;
        var guard = new LakeGuard(call);
        (database, name) = ResourceLinks.Follow(call, guard, database, name);
        var rights = guard.Decision.OnTable(database, name);
        if (CatalogStore.FindTable(call.Session, database, name) is not { } table)
            throw rights.IsVisible ? LakeFormationErrors.NotFound("Table not found.") : LakeFormationErrors.Denied();
        if ((asked & DataPermissions) == PermissionSet.None) throw LakeFormationErrors.Denied();
        foreach (var permission in asked.Names())
            if (!rights.Allows(PermissionNames.Parse([permission]))) throw LakeFormationErrors.Denied();
        RequireFiltering(call, rights);
        EngineGate.Require(call, rights);
        return (call, table, rights, (asked & WritePermissions) != 0);
    }

    /// <summary>
    /// The registered location that covers a table; null for none. Refused where it is hybrid and the caller not opted in.
    /// </summary>
    private static LakeLocationRecord? Covering(ApiCall call, TableRecord table, LakeRights rights)
    {
        var covering = table.Location is { } location ? Locations.Covering(call.Session, location) : null;
        if (covering is not null) RequireOptIn(covering, rights);
        return covering;
    }

    /// <summary>
    /// Refuses callers who are not opted in on a table whose location has hybrid access: for them IAM decides, Lake Formation vends nothing
    /// (developer guide, how hybrid access mode works).
    /// </summary>
    private static void RequireOptIn(LakeLocationRecord location, LakeRights rights)
    {
        if (location.IsHybrid && !rights.IsOptedIn)
            throw new ApiException("AccessDeniedException",
                "The location has hybrid access, and the principal is not opted in on the table.");
    }

    private static string Within(TableRecord table, string path) => S3Location.IsUnder(path, table.Location!)
        ? path
        : throw LakeFormationErrors.Invalid($"The S3 path {path} is not in the table's location.");

    private static (JsonObject Credential, string Prefix) Issue(ApiCall call, TableRecord table, string place, bool canWrite)
    {
        var prefix = S3Location.ToUri(place) + "/";
        var arn = $"arn:aws:glue:{call.Lake.Region}:{call.Lake.AccountId}:table/{table.Database}/{table.Name}";
        return (VendedKeys.Issue(call, [prefix], canWrite, arn), prefix);
    }

    private static ApiException NotRegistered() =>
        LakeFormationErrors.Invalid("The table's location is not registered with Lake Formation.");

    private static void RequireFiltering(ApiCall call, LakeRights rights)
    {
        var supported = call.Input.Texts("SupportedPermissionTypes") ?? [];
        if (rights.NeededPermissionType is { } needed && !supported.Contains(needed))
            throw new ApiException("PermissionTypeMismatchException", $"Engine does not support filtering data by {needed}.");
    }

    // Of another account's table, that account's grants and settings decide, and its registered location is opened.
    private static (ApiCall Call, string Database, string Table) TableOf(ApiCall call)
    {
        var arn = call.Input.Required("TableArn");
        if (TableArn().Match(arn) is not { Success: true } match || call.In(match.Groups["account"].Value) is not { } there)
            throw LakeFormationErrors.Invalid($"Invalid table ARN: {arn}.");
        var (target, database, table) = ResourceLinks.Across(
            there, match.Groups["database"].Value.ToLowerInvariant(), match.Groups["table"].Value.ToLowerInvariant());
        return (target, database, table!);
    }

    [GeneratedRegex(@"\Aarn:aws(?:-[a-z]+)*:glue:[a-z0-9-]+:(?<account>[0-9]{12}):table/(?<database>[^/]+)/(?<table>[^/]+)\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex TableArn();
}
