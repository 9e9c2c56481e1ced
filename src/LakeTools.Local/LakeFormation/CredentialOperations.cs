using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LakeTools.Core.Permissions;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Identity;
using LakeTools.Local.Wire;

namespace LakeTools.Local.LakeFormation;

/// <summary>GetTemporaryGlueTableCredentials: keys that open a table's files, as far as the caller's grants go.</summary>
/// <remarks>
/// AWS gives them only to applications that the settings name (AllowFullTableExternalDataAccess, AllowExternalDataFiltering and the
/// session tags); this lake does not ask for that. Whoever may see some columns only must say that it filters them itself.
/// </remarks>
internal static partial class CredentialOperations
{
    private const int DefaultSeconds = 3600;
    private const PermissionSet WritePermissions = PermissionSet.Insert | PermissionSet.Delete;

    public static JsonObject ForTable(ApiCall call)
    {
        var (database, table) = TableOf(call);
        var asked = PermissionNames.Parse(call.Input.Texts("Permissions") ?? ["SELECT"]);
        var rights = new LakeGuard(call).Decision.OnTable(database, table);
        if (!CatalogStore.HasTable(call.Session, database, table) && rights.IsVisible) throw LakeFormationErrors.NotFound("Table not found.");
        foreach (var permission in asked.Names())
            if (!rights.Allows(PermissionNames.Parse([permission]))) throw LakeFormationErrors.Denied();
        if ((asked & PermissionSet.Select) != 0) RequireFiltering(call, rights);

        var location = CatalogStore.LocationOf(call.Session, database, table);
        if (location is null || Locations.Covering(call.Session, location) is null)
            throw LakeFormationErrors.Invalid("The table's location is not registered with Lake Formation.");
        var seconds = call.Input.Number("DurationSeconds") ?? DefaultSeconds;
        var prefix = S3Location.ToUri(location) + "/";
        var credential = call.Lake.Identity.IssueVended(
            call.Session, call.Caller, new VendedScope([prefix], (asked & WritePermissions) != 0), TimeSpan.FromSeconds(seconds));
        return new JsonObject
        {
            ["AccessKeyId"] = credential.AccessKeyId,
            ["SecretAccessKey"] = credential.SecretAccessKey,
            ["SessionToken"] = credential.SessionToken,
            ["Expiration"] = credential.Expiration!.Value.ToUnixTimeSeconds(),
            ["VendedS3Path"] = new JsonArray(prefix),
        };
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

    [GeneratedRegex(@"\Aarn:aws(?:-[a-z]+)*:glue:[a-z0-9-]+:(?<account>[0-9]{12}):table/(?<database>[^/]+)/(?<table>[^/]+)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex TableArn();
}
