using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>GetDataLakeSettings, PutDataLakeSettings and GetDataLakePrincipal.</summary>
internal static class SettingsOperations
{
    public static JsonObject Get(ApiCall call)
    {
        RequireOwn(call);
        return new JsonObject { ["DataLakeSettings"] = LakeSettings.Read(call.Session, call.Lake) };
    }

    /// <summary>
    /// Replaces the whole structure: a list that is absent is cleared. AWS leaves it to IAM who may do this. Here IAM allows
    /// everything, and a lake whose guests could make themselves administrators would guard nothing: so it is the administrators'.
    /// </summary>
    public static JsonObject Put(ApiCall call)
    {
        RequireOwn(call);
        if (LakeSettings.Principals(LakeSettings.Read(call.Session, call.Lake), "DataLakeAdmins").Any())
            LakeGuard.RequireAdministrator(call);
        var settings = call.Input["DataLakeSettings"]!.DeepClone().AsObject();
        foreach (var list in (ReadOnlySpan<string>)["DataLakeAdmins", "ReadOnlyAdmins", "ExternalDataFilteringAllowList"])
        {
            foreach (var principal in LakeSettings.Principals(settings, list))
                if (LakePrincipal.NeedsAccount(principal) || !IsPrincipal(principal, list != "ExternalDataFilteringAllowList"))
                    throw LakeFormationErrors.Invalid($"Invalid principal, {principal}");
            settings[list] ??= new JsonArray();
        }

        foreach (var list in (ReadOnlySpan<string>)["CreateDatabaseDefaultPermissions", "CreateTableDefaultPermissions"])
        {
            if (!IsDefaultPermission(settings.Items(list).ToList()))
                throw LakeFormationErrors.Invalid($"{list} must be empty or grant ALL to {LakePrincipal.IamAllowedPrincipalsId}.");
            settings[list] ??= new JsonArray();
        }

        foreach (var owner in settings.Texts("TrustedResourceOwners") ?? [])
            if (owner.Length != 12 || !owner.All(char.IsAsciiDigit)) throw LakeFormationErrors.Invalid($"Invalid account id: {owner}.");
        settings["TrustedResourceOwners"] ??= new JsonArray();
        settings["AuthorizedSessionTagValueList"] ??= new JsonArray();
        RequireVersion(call, settings);
        settings["Parameters"] ??= new JsonObject { [LakeSettings.VersionName] = "1" };
        settings["AllowExternalDataFiltering"] ??= false;
        settings["AllowFullTableExternalDataAccess"] ??= false;
        LakeSettings.Write(call.Session, settings);
        return [];
    }

    public static JsonObject GetPrincipal(ApiCall call) => new() { ["Identity"] = call.Caller.PrincipalArn };

    // The error that AWS answers for another account's settings is not documented.
    private static void RequireOwn(ApiCall call)
    {
        if (call.Input.Text("CatalogId") is { } catalog && catalog != call.Lake.AccountId) throw LakeFormationErrors.Denied();
    }

    private static bool IsDefaultPermission(List<JsonObject> entries) => entries.Count == 0
        || (entries is [var only]
            && (only["Principal"] as JsonObject)?.Text("DataLakePrincipalIdentifier") == LakePrincipal.IamAllowedPrincipalsId
            && only.Texts("Permissions") is ["ALL"]);

    // Administrators are users and roles (API reference, DataLakePrincipal); who filters data is an account.
    private static bool IsPrincipal(string principal, bool isAdministrator) => LakePrincipal.TryParse(principal, out var known)
        && (!isAdministrator || known.Kind is PrincipalKind.User or PrincipalKind.Role);

    /// <summary>
    /// The versions are 1 to 5, and from 5 there is no way back (developer guide, updating cross-account version settings).
    /// </summary>
    private static void RequireVersion(ApiCall call, JsonObject settings)
    {
        var parameters = settings["Parameters"] as JsonObject;
        foreach (var (name, value) in parameters ?? [])
            if (SettingRules.Problem(name, (string?)value ?? "") is { } problem) throw LakeFormationErrors.Invalid(problem.Message);
        var text = parameters?.Text(LakeSettings.VersionName);
        if (LakeSettings.CrossAccountVersion(call.Session, call.Lake) == 5 && text != "5")
            throw LakeFormationErrors.Invalid($"{LakeSettings.VersionName} cannot be lowered from 5.");
    }
}
