using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Iam;
using LakeTools.Local.Identity;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Sts;

/// <summary>
/// STS: who signs, and sessions of roles. IAM allows every call here, so every principal may assume every role of the
/// account. A role that is not recorded may be assumed too: grants name roles that nobody made in this lake, and trying
/// out such a grant is what the lake is for.
/// </summary>
internal sealed class StsApi : JsonApi
{
    private const int DefaultDuration = 3600;
    private const int TokenDuration = 43200;

    public StsApi()
    {
        Read("GetCallerIdentity", GetCallerIdentity);
        Write("AssumeRole", AssumeRole);
        Write("GetSessionToken", GetSessionToken);
        Read("GetAccessKeyInfo", GetAccessKeyInfo);
        Read("DecodeAuthorizationMessage", DecodeAuthorizationMessage);
    }

    public override string Service => "sts";

    public override StorePart Part { get; } = new("sts");

    private static JsonObject GetCallerIdentity(ApiCall call) => new()
    {
        ["Arn"] = call.Caller.SessionArn,
        ["UserId"] = UserId(call.Caller.PrincipalArn, call.Caller.SessionArn),
        ["Account"] = call.Caller.AccountId,
    };

    private static JsonObject AssumeRole(ApiCall call)
    {
        var roleArn = (string)call.Input["RoleArn"]!;
        var sessionName = (string)call.Input["RoleSessionName"]!;
        var seconds = (int?)call.Input["DurationSeconds"] ?? DefaultDuration;
        if (!IsArn(roleArn)) throw new ApiException("ValidationError", $"{roleArn} is invalid");
        if (PrincipalArn.TryParse(roleArn) is not { Kind: "role" } role || role.AccountId != call.Lake.AccountId)
            throw Denied(call, roleArn);
        if (RoleRecords.Find(call.Session, role.Name) is { } recorded)
        {
            if (seconds > recorded.MaxSessionDuration)
                throw new ApiException("ValidationError",
                    "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
            if (!TrustPolicy.TakesExternalId(recorded.TrustPolicy, (string?)call.Input["ExternalId"])) throw Denied(call, roleArn);
        }

        if (seconds > DefaultDuration && call.Caller.IsTemporary && call.Caller.PrincipalArn.Contains(":role/", StringComparison.Ordinal))
            throw new ApiException("ValidationError",
                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.");
        var policy = SessionPolicy.Of(call);
        var credential = call.Lake.Identity.IssueSession(call.Session, roleArn, sessionName, TimeSpan.FromSeconds(seconds), policy,
            Tags(call));
        var sessionArn = role.SessionArn(sessionName);
        var output = new JsonObject
        {
            ["Credentials"] = ToWire(credential),
            ["AssumedRoleUser"] = new JsonObject { ["AssumedRoleId"] = UserId(roleArn, sessionArn), ["Arn"] = sessionArn },
        };
        if (policy is not null) output["PackedPolicySize"] = SessionPolicy.PackedSize(policy);
        if (call.Input["SourceIdentity"] is { } source) output["SourceIdentity"] = source.DeepClone();
        return output;
    }

    /// <summary>The tags of a new session: those that are given, and the transitive ones of the session that asks (IAM user guide, passing
    /// session tags in AWS STS).</summary>
    private static SessionTags? Tags(ApiCall call)
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

    private static JsonObject GetSessionToken(ApiCall call)
    {
        if (call.Caller.IsTemporary) throw new ApiException("AccessDenied", "Cannot call GetSessionToken with session credentials", 403);
        var seconds = (int?)call.Input["DurationSeconds"] ?? TokenDuration;
        return new JsonObject { ["Credentials"] = ToWire(call.Lake.Identity.IssueToken(call.Session, call.Caller,
            TimeSpan.FromSeconds(seconds))) };
    }

    private static JsonObject GetAccessKeyInfo(ApiCall call)
    {
        var id = (string)call.Input["AccessKeyId"]!;
        var key = call.Lake.Identity.Find(call.Session, id) ?? throw new ApiException("ValidationError", $"Invalid access key ID: {id}");
        return new JsonObject { ["Account"] = key.Caller.AccountId };
    }

    /// <summary>Nothing here answers an encoded message, and so there is none that could be decoded.</summary>
    private static JsonObject DecodeAuthorizationMessage(ApiCall call) =>
        throw new ApiException("InvalidAuthorizationMessageException", "Message is not valid");

    private static bool IsArn(string text) => text.Split(':', 6) is ["arn", { Length: > 0 }, { Length: > 0 }, _, _, { Length: > 0 }];

    private static ApiException InvalidTag(string text) => new("InvalidParameterValue", text);

    private static ApiException Denied(ApiCall call, string roleArn) =>
        new("AccessDenied", $"User: {call.Caller.SessionArn} is not authorized to perform: sts:AssumeRole on resource: {roleArn}", 403);

    private static JsonObject ToWire(LocalCredential credential) => new()
    {
        ["AccessKeyId"] = credential.AccessKeyId,
        ["SecretAccessKey"] = credential.SecretAccessKey,
        ["SessionToken"] = credential.SessionToken,
        ["Expiration"] = WireTime.Iso(credential.Expiration!.Value),
    };

    /// <summary>The unique id of a principal, and for a session its name.</summary>
    private static string UserId(string principalArn, string sessionArn)
    {
        var principal = PrincipalArn.TryParse(principalArn)!;
        var id = PrincipalArn.UniqueId(principal.Kind == "role" ? "AROA" : "AIDA", $"{principal.AccountId}/{principal.Name}");
        return principal.Kind == "role" ? $"{id}:{sessionArn[(sessionArn.LastIndexOf('/') + 1)..]}" : id;
    }
}
