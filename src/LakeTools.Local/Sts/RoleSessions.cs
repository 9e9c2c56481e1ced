using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Iam;
using LakeTools.Local.Identity;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Sts;

/// <summary>AssumeRole, and what every session of a role has.</summary>
internal static class RoleSessions
{
    private const int DefaultDuration = 3600;

    public static JsonObject Assume(ApiCall call)
    {
        var roleArn = (string)call.Input["RoleArn"]!;
        var sessionName = (string)call.Input["RoleSessionName"]!;
        var seconds = (int?)call.Input["DurationSeconds"] ?? DefaultDuration;
        if (!IsArn(roleArn)) throw new ApiException("ValidationError", $"{roleArn} is invalid");
        if (call.Input["ProvidedContexts"] is not null)
            throw new ApiException("ValidationError", "The embedded lake does not support ProvidedContexts.");
        if (PrincipalArn.TryParse(roleArn) is not { Kind: "role" } role || call.In(role.AccountId) is not { } there)
            throw Denied(call, "AssumeRole", roleArn);
        var recorded = RoleRecords.Find(there.Session, role.Name);
        if (there.IsAcross) CrossAccountRoles.Require(call, recorded, roleArn, role.AccountId);
        else if (recorded is not null && !TrustPolicy.TakesExternalId(recorded.TrustPolicy, (string?)call.Input["ExternalId"]))
            throw Denied(call, "AssumeRole", roleArn);
        if (recorded is not null) CheckDuration(recorded, seconds);
        if (seconds > DefaultDuration && call.Caller.IsTemporary && call.Caller.PrincipalArn.Contains(":role/", StringComparison.Ordinal))
            throw new ApiException("ValidationError",
                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.");
        var policy = SessionPolicy.Of(call);
        var packed = SessionPolicy.PackedSize(policy, call.Input.Items("Tags"));
        var credential = call.Lake.Identity.IssueSession(call.Session, roleArn, sessionName, TimeSpan.FromSeconds(seconds), policy,
            Tags(call));
        var output = Answer(role, roleArn, sessionName, credential, packed);
        if (call.Input["SourceIdentity"] is { } source) output["SourceIdentity"] = source.DeepClone();
        return output;
    }

    /// <summary>Refuses a session that is longer than its role allows.</summary>
    public static void CheckDuration(Role role, int seconds)
    {
        if (seconds > role.MaxSessionDuration)
            throw new ApiException("ValidationError",
                "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }

    /// <summary>The common answer of both ways to assume a role.</summary>
    public static JsonObject Answer(PrincipalArn role, string roleArn, string sessionName, LocalCredential credential, int? packed)
    {
        var sessionArn = role.SessionArn(sessionName);
        return new JsonObject
        {
            ["Credentials"] = ToWire(credential),
            ["AssumedRoleUser"] = new JsonObject { ["AssumedRoleId"] = UserId(roleArn, sessionArn), ["Arn"] = sessionArn },
        }.With("PackedPolicySize", packed is null ? null : JsonValue.Create(packed.Value));
    }

    /// <summary>The tags of a new session: those that are given, and the transitive ones of the session that asks (IAM user guide, passing
    /// session tags in AWS STS).</summary>
    public static SessionTags? Tags(ApiCall call)
    {
        var inherited = call.Caller.Tags is { } own
            ? own.Values.Where(tag => own.Transitive.Contains(tag.Key)).ToDictionary(StringComparer.Ordinal) : [];
        var (values, transitive) = (inherited.ToDictionary(StringComparer.Ordinal), inherited.Keys.ToHashSet(StringComparer.Ordinal));
        var given = call.Input.Items("Tags").ToList();
        if (given.DistinctBy(tag => tag.Required("Key"), StringComparer.OrdinalIgnoreCase).Count() < given.Count)
            throw InvalidTag("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        foreach (var tag in given)
        {
            var key = tag.Required("Key");
            if (inherited.Keys.Contains(key, StringComparer.OrdinalIgnoreCase))
            {
                throw InvalidTag("One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key "
                    + "from the calling session.");
            }

            values.Add(key, tag.Required("Value"));
        }

        foreach (var key in call.Input.Texts("TransitiveTagKeys") ?? [])
        {
            if (!values.ContainsKey(key))
                throw InvalidTag("The specified transitive tag key must be included in the requested tags.");
            transitive.Add(key);
        }

        return values.Count == 0 ? null : new SessionTags(values, transitive);
    }

    /// <summary>Whether a text has the parts of an ARN.</summary>
    public static bool IsArn(string text) => text.Split(':', 6) is ["arn", { Length: > 0 }, { Length: > 0 }, _, _, { Length: > 0 }];

    public static JsonObject ToWire(LocalCredential credential) => new()
    {
        ["AccessKeyId"] = credential.AccessKeyId,
        ["SecretAccessKey"] = credential.SecretAccessKey,
        ["SessionToken"] = credential.SessionToken,
        ["Expiration"] = WireTime.Iso(credential.Expiration!.Value),
    };

    /// <summary>The unique id of a principal, and for a session its name.</summary>
    public static string UserId(string principalArn, string sessionArn)
    {
        var principal = PrincipalArn.TryParse(principalArn)!;
        var name = sessionArn[(sessionArn.LastIndexOf('/') + 1)..];
        if (Caller.IsFederatedArn(sessionArn)) return $"{principal.AccountId}:{name}";
        var id = PrincipalArn.UniqueId(principal.Kind == "role" ? "AROA" : "AIDA", $"{principal.AccountId}/{principal.Name}");
        return principal.Kind == "role" ? $"{id}:{name}" : id;
    }

    private static ApiException InvalidTag(string text) => new("InvalidParameterValue", text);

    /// <summary>The refusal of an action with a role.</summary>
    public static ApiException Denied(ApiCall call, string action, string roleArn) =>
        new("AccessDenied", $"User: {call.Caller.SessionArn} is not authorized to perform: sts:{action} on resource: {roleArn}", 403);
}
