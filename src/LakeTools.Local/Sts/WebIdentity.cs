using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Iam;
using LakeTools.Local.Identity;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Sts;

/// <summary>
/// AssumeRoleWithWebIdentity, which is not signed: the token is in the place of a signature, and the role says which account of the lake
/// is meant. A role that is recorded must trust the token's issuer for this; one that was not created here may be assumed, as by
/// AssumeRole.
/// </summary>
internal static class WebIdentity
{
    private const int DefaultDuration = 3600;

    public static JsonObject Assume(ApiCall call)
    {
        var (roleArn, name) = (call.Input.Required("RoleArn"), call.Input.Required("RoleSessionName"));
        if (call.Input["ProviderId"] is not null)
        {
            throw new ApiException("ValidationError",
                "ProviderId is for OAuth 2.0 access tokens, which the embedded lake does not support; OpenID Connect has none.");
        }

        if (!RoleSessions.IsArn(roleArn)) throw new ApiException("ValidationError", $"{roleArn} is invalid");
        var token = WebIdentityToken.Read(call.Lake, call.Input.Required("WebIdentityToken"));
        if (PrincipalArn.TryParse(roleArn) is not { Kind: "role" } role || call.In(role.AccountId) is not { } there) throw Denied();
        var seconds = (int?)call.Input["DurationSeconds"] ?? DefaultDuration;
        if (RoleRecords.Find(there.Session, role.Name) is { } recorded)
        {
            if (!TrustPolicy.TakesWebIdentity(recorded.TrustPolicy, role.AccountId, token.Issuer, token.Audience, token.Subject))
                throw Denied();
            RoleSessions.CheckDuration(recorded, seconds);
        }

        var policy = SessionPolicy.Of(call);
        var credential = call.Lake.Identity.IssueSession(call.Session, roleArn, name, TimeSpan.FromSeconds(seconds), policy, token.Tags);
        var output = RoleSessions.Answer(role, roleArn, name, credential, SessionPolicy.PackedSize(policy, []));
        output["SubjectFromWebIdentityToken"] = token.Subject;
        output["Provider"] = token.Issuer;
        output["Audience"] = token.Audience;
        return output.With("SourceIdentity", token.SourceIdentity);
    }

    private static ApiException Denied() => new("AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity", 403);
}
