using System.Globalization;
using System.Text.Json.Nodes;
using LakeTools.Local.Context;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>The data lake settings, kept as the API's document, so members that nothing here reads stay as they were put.</summary>
internal static class LakeSettings
{
    /// <summary>The settings; those of a new lake where none were put: its administrator, and Lake Formation's own mode.</summary>
    public static JsonObject Read(StoreSession session, LakeContext lake)
    {
        var kept = session.Scalar<string>("SELECT document FROM lf_settings");
        return kept is null ? OfNewLake(lake.AccountId) : JsonNode.Parse(kept)!.AsObject();
    }

    /// <summary>Puts the whole settings.</summary>
    public static void Write(StoreSession session, JsonObject settings) => session.Execute(
        "INSERT INTO lf_settings (id, document) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET document = ?1", settings.ToJsonString());

    /// <summary>The setting that says how things are shared.</summary>
    public const string VersionName = "CROSS_ACCOUNT_VERSION";

    /// <summary>The version of sharing that the settings name.</summary>
    public static int CrossAccountVersion(StoreSession session, LakeContext lake) =>
        Read(session, lake)["Parameters"]?[VersionName]?.GetValue<string>() is { } text
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 1;

    /// <summary>The identifiers of a list of principals.</summary>
    public static IEnumerable<string> Principals(JsonObject settings, string list) =>
        settings.Items(list).Select(item => item.Text("DataLakePrincipalIdentifier")).OfType<string>();

    private static JsonObject OfNewLake(string accountId) => new()
    {
        ["DataLakeAdmins"] = new JsonArray(new JsonObject { ["DataLakePrincipalIdentifier"] = $"arn:aws:iam::{accountId}:role/LakeAdmin" }),
        ["ReadOnlyAdmins"] = new JsonArray(),
        ["CreateDatabaseDefaultPermissions"] = new JsonArray(),
        ["CreateTableDefaultPermissions"] = new JsonArray(),
        ["Parameters"] = new JsonObject { [VersionName] = "4" },
        ["TrustedResourceOwners"] = new JsonArray(),
        ["AllowExternalDataFiltering"] = false,
        ["AllowFullTableExternalDataAccess"] = false,
        ["ExternalDataFilteringAllowList"] = new JsonArray(),
        ["AuthorizedSessionTagValueList"] = new JsonArray(),
    };
}
