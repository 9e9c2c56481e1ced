using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LakeTools.Local.Api;
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
/// AWS gives them only to applications that the settings name (AllowFullTableExternalDataAccess, AllowExternalDataFiltering and the
/// session tags); this lake does not ask for that. Whoever may see some columns only must say that it filters them itself.
/// </remarks>
internal static partial class CredentialOperations
{
    private const PermissionSet WritePermissions = PermissionSet.Insert | PermissionSet.Delete;

    public static JsonObject ForTable(ApiCall call)
    {
        var (table, canWrite) = Granted(call);
        var location = call.Input.Text("S3Path") is { } path ? Within(table, path) : table.Location;
        var (credential, prefix) = Vend(call, location, canWrite);
        return credential.With("VendedS3Path", new JsonArray(prefix));
    }

    public static JsonObject ForPartition(ApiCall call)
    {
        var (table, canWrite) = Granted(call);
        var values = call.Input["Partition"]!.AsObject().Texts("Values")!;
        var partition = new PartitionStore(call.Session, table).Find(values) ?? throw LakeFormationErrors.NotFound("Partition not found.");
        return Vend(call, (partition.Document["StorageDescriptor"] as JsonObject)?.Text("Location") ?? table.Location, canWrite).Credential;
    }

    /// <summary>
    /// The table that the call names, and whether it asks to write; refused where the caller does not hold what it asks for.
    /// </summary>
    private static (TableRecord Table, bool CanWrite) Granted(ApiCall call)
    {
        var (database, name) = TableOf(call);
        var asked = PermissionNames.Parse(call.Input.Texts("Permissions") ?? ["SELECT"]);
        var rights = new LakeGuard(call).Decision.OnTable(database, name);
        var table = CatalogStore.FindTable(call.Session, database, name);
        if (table is null && rights.IsVisible) throw LakeFormationErrors.NotFound("Table not found.");
        foreach (var permission in asked.Names())
            if (table is null || !rights.Allows(PermissionNames.Parse([permission]))) throw LakeFormationErrors.Denied();
        if ((asked & PermissionSet.Select) != 0) RequireFiltering(call, rights);
        RequireOptIn(call, table!.Location, rights);
        return (table, (asked & WritePermissions) != 0);
    }

    /// <summary>
    /// Refuses whoever is not opted in on a table whose location has hybrid access: for them IAM decides, and Lake Formation vends nothing
    /// (developer guide, how hybrid access mode works).
    /// </summary>
    internal static void RequireOptIn(ApiCall call, string? location, LakeRights rights)
    {
        if (location is not null && Locations.Covering(call.Session, location) is { IsHybrid: true } && !rights.IsOptedIn)
            throw new ApiException("AccessDeniedException",
                "The location has hybrid access, and the principal is not opted in on the table.");
    }

    private static string Within(TableRecord table, string path) => table.Location is { } location && S3Location.IsUnder(path, location)
        ? path
        : throw LakeFormationErrors.Invalid($"The S3 path {path} is not in the table's location.");

    private static (JsonObject Credential, string Prefix) Vend(ApiCall call, string? location, bool canWrite)
    {
        if (location is null || Locations.Covering(call.Session, location) is null)
            throw LakeFormationErrors.Invalid("The table's location is not registered with Lake Formation.");
        var prefix = S3Location.ToUri(location) + "/";
        return (VendedKeys.Issue(call, [prefix], canWrite), prefix);
    }

    private static void RequireFiltering(ApiCall call, LakeRights rights)
    {
        var supported = call.Input.Texts("SupportedPermissionTypes") ?? [];
        if (rights.NeededPermissionType is { } needed && !supported.Contains(needed))
            throw new ApiException("PermissionTypeMismatchException", $"Engine does not support filtering data by {needed}.");
    }

    private static (string Database, string Table) TableOf(ApiCall call)
    {
        var arn = call.Input.Required("TableArn");
        if (TableArn().Match(arn) is not { Success: true } match || match.Groups["account"].Value != call.Lake.AccountId)
            throw LakeFormationErrors.Invalid($"Invalid table ARN: {arn}.");
        return (match.Groups["database"].Value.ToLowerInvariant(), match.Groups["table"].Value.ToLowerInvariant());
    }

    [GeneratedRegex(@"\Aarn:aws(?:-[a-z]+)*:glue:[a-z0-9-]+:(?<account>[0-9]{12}):table/(?<database>[^/]+)/(?<table>[^/]+)\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex TableArn();
}
