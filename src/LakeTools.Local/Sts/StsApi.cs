using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Identity;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Sts;

/// <summary>
/// STS: who signs, and sessions of roles and users. IAM allows every call within an account here, so every principal may assume every role
/// of its account. A role that is not recorded may be assumed too: grants name roles that were not created in this lake, and trying out
/// such a grant is what the lake is for. Between accounts both sides must allow it, as on AWS.
/// </summary>
internal sealed class StsApi : JsonApi
{
    private const int TokenDuration = 43200;

    public StsApi()
    {
        Read("GetCallerIdentity", GetCallerIdentity);
        Write("AssumeRole", RoleSessions.Assume);
        WriteUnsigned("AssumeRoleWithWebIdentity", WebIdentity.Assume);
        Write("GetFederationToken", GetFederationToken);
        Write("GetSessionToken", GetSessionToken);
        Read("GetAccessKeyInfo", GetAccessKeyInfo);
        Read("DecodeAuthorizationMessage", DecodeAuthorizationMessage);
    }

    public override string Service => "sts";

    public override StorePart Part { get; } = new("sts");

    private static JsonObject GetCallerIdentity(ApiCall call) => new()
    {
        ["Arn"] = call.Caller.SessionArn,
        ["UserId"] = RoleSessions.UserId(call.Caller.PrincipalArn, call.Caller.SessionArn),
        ["Account"] = call.Caller.AccountId,
    };

    /// <summary>
    /// A session of who signs, under another name. Without a policy it may do nothing (API reference, GetFederationToken); grants of Lake
    /// Formation are those of who signs.
    /// </summary>
    private static JsonObject GetFederationToken(ApiCall call)
    {
        RefuseSession(call);
        var name = call.Input.Required("Name");
        var given = SessionPolicy.Of(call);
        var packed = SessionPolicy.PackedSize(given, call.Input.Items("Tags"));
        var arn = $"arn:aws:sts::{call.Caller.AccountId}:federated-user/{name}";
        var session = call.Caller with
        {
            SessionArn = arn,
            SessionPolicy = given ?? (call.Input["PolicyArns"] is null ? SessionPolicy.Nothing : null),
            Tags = RoleSessions.Tags(call),
        };
        return new JsonObject
        {
            ["Credentials"] = Issue(call, session),
            ["FederatedUser"] = new JsonObject
            {
                ["FederatedUserId"] = RoleSessions.UserId(session.PrincipalArn, arn),
                ["Arn"] = arn,
            },
            ["PackedPolicySize"] = packed ?? 0,
        };
    }

    private static JsonObject GetSessionToken(ApiCall call)
    {
        RefuseSession(call);
        return new JsonObject { ["Credentials"] = Issue(call, call.Caller with { IsSessionToken = call.Input["TokenCode"] is null }) };
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

    private static void RefuseSession(ApiCall call)
    {
        if (call.Caller.IsTemporary) throw new ApiException("AccessDenied", $"Cannot call {call.Operation} with session credentials", 403);
    }

    private static JsonObject Issue(ApiCall call, Caller caller) => RoleSessions.ToWire(call.Lake.Identity.IssueToken(
        call.Session, caller, TimeSpan.FromSeconds((int?)call.Input["DurationSeconds"] ?? TokenDuration)));
}
