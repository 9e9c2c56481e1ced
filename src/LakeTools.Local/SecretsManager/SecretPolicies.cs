using System.Text.Json;
using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Iam;
using LakeTools.Local.Wire;

namespace LakeTools.Local.SecretsManager;

/// <summary>Resource policies, as records: IAM is taken to allow every call.</summary>
internal static class SecretPolicies
{
    public static JsonObject Put(ApiCall call)
    {
        var secrets = SecretRepository.Of(call);
        var secret = secrets.GetOwn(call.Input.Required("SecretId"));
        var policy = call.Input.Required("ResourcePolicy");
        if (Fault(policy) is { } fault) throw new ApiException("MalformedPolicyDocumentException", fault);
        if (call.Input.Flag("BlockPublicPolicy") && IsPublic(policy))
            throw new ApiException("PublicPolicyException", "The resource policy grants public access, which is blocked.");
        secrets.Save(secret with { Policy = policy });
        return SecretLifecycle.Reference(secret);
    }

    public static JsonObject Get(ApiCall call)
    {
        var secret = SecretRepository.Of(call).GetLive(call.Input.Required("SecretId"));
        return SecretLifecycle.Reference(secret).With("ResourcePolicy", secret.Policy);
    }

    public static JsonObject Delete(ApiCall call)
    {
        var secrets = SecretRepository.Of(call);
        var secret = secrets.GetOwn(call.Input.Required("SecretId"));
        secrets.Save(secret with { Policy = null });
        return SecretLifecycle.Reference(secret);
    }

    public static JsonObject Validate(ApiCall call)
    {
        if (call.Input.Text("SecretId") is { } secretId) SecretRepository.Of(call).Get(secretId);
        var fault = Fault(call.Input.Required("ResourcePolicy"));
        return new JsonObject
        {
            ["PolicyValidationPassed"] = fault is null,
            ["ValidationErrors"] = fault is null
                ? [] : new JsonArray(new JsonObject { ["CheckName"] = "POLICY_SYNTAX", ["ErrorMessage"] = fault }),
        };
    }

    private static string? Fault(string policy) =>
        PolicyDocument.Fault(policy, PolicyKind.Resource) is { } fault ? $"This resource policy is not valid: {fault}." : null;

    /// <summary>Whether a policy that was checked lets everybody in.</summary>
    private static bool IsPublic(string policy)
    {
        using var document = JsonDocument.Parse(policy);
        var statements = document.RootElement.GetProperty("Statement");
        return (statements.ValueKind == JsonValueKind.Array ? statements.EnumerateArray().ToList() : [statements])
            .Any(statement => statement.GetProperty("Effect").GetString() == "Allow" && !statement.TryGetProperty("Condition", out _)
                && statement.TryGetProperty("Principal", out var principal) && IsEverybody(principal));
    }

    private static bool IsEverybody(JsonElement principal) => principal.ValueKind switch
    {
        JsonValueKind.String => principal.GetString() == "*",
        JsonValueKind.Object => principal.EnumerateObject().Any(kind => IsEverybody(kind.Value)),
        _ => principal.EnumerateArray().Any(IsEverybody),
    };
}
