using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>
/// The identity center's configuration: CreateLakeFormationIdentityCenterConfiguration and its like. A record, of which a lake has one;
/// grants to users and groups hold without it. Changing it is the administrators' alone, because IAM allows every call here.
/// </summary>
internal static class IdentityCenterOperations
{
    private static readonly string[] s_members = ["ExternalFiltering", "ShareRecipients", "ServiceIntegrations"];

    public static JsonObject Create(ApiCall call)
    {
        CatalogAnswers.CheckCatalog(call);
        LakeGuard.RequireAdministrator(call);
        if (Find(call) is not null) throw new ApiException("AlreadyExistsException", "The identity center configuration already exists.");
        var instance = call.Input.Text("InstanceArn") ?? throw LakeFormationErrors.Invalid("InstanceArn must be present.");
        if (!instance.Contains(":sso:", StringComparison.Ordinal) || instance.LastIndexOf('/') is not (> 0 and var slash))
            throw LakeFormationErrors.Invalid($"Invalid instance ARN, {instance}");
        var id = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var application = $"arn:aws:sso::{call.Lake.AccountId}:application/{instance[(slash + 1)..]}/apl-{id}";
        Save(call, Take(call, new JsonObject { ["InstanceArn"] = instance, ["ApplicationArn"] = application }));
        return new JsonObject { ["ApplicationArn"] = application };
    }

    public static JsonObject Describe(ApiCall call)
    {
        CatalogAnswers.CheckCatalog(call);
        var answer = Existing(call);
        answer.Remove("ApplicationStatus");
        answer["CatalogId"] = call.Lake.AccountId;
        return answer;
    }

    /// <summary>Absent members stay unchanged, and an empty list of recipients clears them (API reference).</summary>
    public static JsonObject Update(ApiCall call)
    {
        CatalogAnswers.CheckCatalog(call);
        LakeGuard.RequireAdministrator(call);
        var configuration = Take(call, Existing(call));
        Save(call, configuration.With("ApplicationStatus", call.Input["ApplicationStatus"]?.DeepClone()));
        return [];
    }

    public static JsonObject Delete(ApiCall call)
    {
        CatalogAnswers.CheckCatalog(call);
        LakeGuard.RequireAdministrator(call);
        Existing(call);
        call.Session.Execute("DELETE FROM lf_identity_center WHERE id = 1");
        return [];
    }

    private static JsonObject Take(ApiCall call, JsonObject configuration)
    {
        foreach (var member in s_members) configuration.With(member, call.Input[member]?.DeepClone());
        return configuration;
    }

    private static JsonObject? Find(ApiCall call) =>
        call.Session.Scalar<string>("SELECT document FROM lf_identity_center WHERE id = 1") is { } text
            ? JsonNode.Parse(text)!.AsObject()
            : null;

    private static JsonObject Existing(ApiCall call) =>
        Find(call) ?? throw LakeFormationErrors.NotFound("There is no identity center configuration.");

    private static void Save(ApiCall call, JsonObject configuration) =>
        call.Session.Execute("INSERT OR REPLACE INTO lf_identity_center (id, document) VALUES (1, ?1)", configuration.ToJsonString());
}
