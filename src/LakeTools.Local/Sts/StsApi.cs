using System.Text.Json.Nodes;
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

    public StsApi()
    {
        Read("GetCallerIdentity", GetCallerIdentity);
        Write("AssumeRole", AssumeRole);
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
        if (PrincipalArn.TryParse(roleArn) is not { Kind: "role" } role || role.AccountId != call.Lake.AccountId)
            throw new ApiException("AccessDenied",
                $"User: {call.Caller.SessionArn} is not authorized to perform: sts:AssumeRole on resource: {roleArn}", 403);
        if (RoleRecords.Find(call.Session, role.Name) is { } recorded && seconds > recorded.MaxSessionDuration)
            throw new ApiException("ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        var credential = call.Lake.Identity.IssueSession(call.Session, roleArn, sessionName, TimeSpan.FromSeconds(seconds));
        var sessionArn = role.SessionArn(sessionName);
        var output = new JsonObject
        {
            ["Credentials"] = new JsonObject
            {
                ["AccessKeyId"] = credential.AccessKeyId,
                ["SecretAccessKey"] = credential.SecretAccessKey,
                ["SessionToken"] = credential.SessionToken,
                ["Expiration"] = WireTime.Iso(credential.Expiration!.Value),
            },
            ["AssumedRoleUser"] = new JsonObject { ["AssumedRoleId"] = UserId(roleArn, sessionArn), ["Arn"] = sessionArn },
        };
        if (call.Input["SourceIdentity"] is { } source) output["SourceIdentity"] = source.DeepClone();
        return output;
    }

    /// <summary>The unique id of a principal, and for a session its name.</summary>
    private static string UserId(string principalArn, string sessionArn)
    {
        var principal = PrincipalArn.TryParse(principalArn)!;
        var id = PrincipalArn.UniqueId(principal.Kind == "role" ? "AROA" : "AIDA", $"{principal.AccountId}/{principal.Name}");
        return principal.Kind == "role" ? $"{id}:{sessionArn[(sessionArn.LastIndexOf('/') + 1)..]}" : id;
    }
}
