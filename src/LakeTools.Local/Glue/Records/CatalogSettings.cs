using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Records;

/// <summary>
/// The settings of the whole catalog: encryption and resource policies, as records. Passwords are always sealed at rest, and
/// IAM allows every call. Administrators change both.
/// </summary>
internal static class CatalogSettings
{
    private const string Encryption = "encryption";

    // The name of the catalog's own policy; others are named by the ARN that they are about.
    private const string OfCatalog = "catalog";

    public static JsonObject GetEncryption(ApiCall call)
    {
        CatalogAnswers.CheckCatalog(call);
        return new JsonObject
        {
            ["DataCatalogEncryptionSettings"] = Settings(call).Find(Encryption)?.Document ?? new JsonObject
            {
                ["EncryptionAtRest"] = new JsonObject { ["CatalogEncryptionMode"] = "DISABLED" },
                ["ConnectionPasswordEncryption"] = new JsonObject { ["ReturnConnectionPasswordEncrypted"] = false },
            },
        };
    }

    public static JsonObject PutEncryption(ApiCall call)
    {
        CatalogAnswers.CheckCatalog(call);
        LakeGuard.RequireAdministrator(call);
        Settings(call).Save(new GlueRecord(Encryption, call.Input["DataCatalogEncryptionSettings"]!.DeepClone()
            .AsObject(), call.Lake.Clock.Now(), 0));
        return [];
    }

    /// <summary>The catalog's tables came from nowhere older.</summary>
    public static JsonObject GetImportStatus(ApiCall call)
    {
        CatalogAnswers.CheckCatalog(call);
        return new JsonObject { ["ImportStatus"] = new JsonObject { ["ImportCompleted"] = true } };
    }

    public static JsonObject Import(ApiCall call)
    {
        CatalogAnswers.CheckCatalog(call);
        return [];
    }

    public static JsonObject PutPolicy(ApiCall call)
    {
        LakeGuard.RequireAdministrator(call);
        var text = call.Input.Required("PolicyInJson");
        if (!IsObject(text)) throw new ApiException("InvalidInputException", "The policy is not valid JSON.");
        var former = Policies(call).Find(Name(call));
        CheckHash(call, former);
        if (call.Input.Text("PolicyExistsCondition") is "MUST_EXIST" or "NOT_EXIST"
            && (former is null) == (call.Input.Text("PolicyExistsCondition") == "MUST_EXIST"))
            throw Failed("PolicyExistsCondition is not met.");
        var policy = Policies(call).Save(
            new GlueRecord(Name(call), new JsonObject { ["PolicyInJson"] = text }, former?.Created ?? call.Lake.Clock.Now(), 0));
        return new JsonObject { ["PolicyHash"] = Hash(policy) };
    }

    public static JsonObject GetPolicy(ApiCall call) => ToWire(Policies(call).Find(Name(call)) ?? throw NoPolicy());

    public static JsonObject GetPolicies(ApiCall call)
    {
        var (page, next) = Policies(call).Page(ToWire);
        return new JsonObject { ["GetResourcePoliciesResponseList"] = page }.With("NextToken", next);
    }

    public static JsonObject DeletePolicy(ApiCall call)
    {
        LakeGuard.RequireAdministrator(call);
        var policy = Policies(call).Find(Name(call)) ?? throw NoPolicy();
        CheckHash(call, policy);
        Policies(call).Remove(policy.Name);
        return [];
    }

    private static RecordStore Settings(ApiCall call) => new(call, "setting");

    private static RecordStore Policies(ApiCall call) => new(call, "policy");

    private static string Name(ApiCall call) =>
        call.Input.Text("ResourceArn") is { } arn && !arn.EndsWith(":catalog", StringComparison.Ordinal) ? arn : OfCatalog;

    private static void CheckHash(ApiCall call, GlueRecord? policy)
    {
        if (call.Input.Text("PolicyHashCondition") is { } hash && (policy is null || Hash(policy) != hash))
            throw Failed("PolicyHashCondition is not met.");
    }

    private static string Hash(GlueRecord policy) =>
        Convert.ToBase64String(MD5.HashData(Encoding.UTF8.GetBytes(policy.Document.Required("PolicyInJson"))));

    private static JsonObject ToWire(GlueRecord policy) => new()
    {
        ["PolicyInJson"] = policy.Document.Required("PolicyInJson"),
        ["PolicyHash"] = Hash(policy),
        ["CreateTime"] = EpochTime.ToWire(policy.Created),
        ["UpdateTime"] = EpochTime.ToWire(policy.Updated),
    };

    private static bool IsObject(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ApiException NoPolicy() => new("EntityNotFoundException", "Policy not found");

    private static ApiException Failed(string message) => new("ConditionCheckFailureException", message);
}
