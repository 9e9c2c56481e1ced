using LakeTools.Local.Api;
using LakeTools.Local.Iam;
using LakeTools.Local.Identity;

namespace LakeTools.Local.Sts;

/// <summary>
/// The principals that may assume a role of another account: its trust policy and a policy of the principal must allow it. Neither is
/// taken for granted, unlike within an account.
/// </summary>
/// <remarks>
/// Sources, IAM user guide: "Cross-account policy evaluation logic"; for sts:TagSession and sts:SetSourceIdentity "Passing session tags in
/// AWS STS" and "Monitor and control actions taken with assumed roles".
/// </remarks>
internal static class CrossAccountRoles
{
    /// <summary>Refuses who may not.</summary>
    /// <param name="call">The call, in the account of who asks.</param>
    /// <param name="role">The role as it is recorded; null if it was not created, so it trusts no principal.</param>
    /// <param name="roleArn">The requested role.</param>
    /// <param name="roleAccount">Twelve digits.</param>
    public static void Require(ApiCall call, Role? role, string roleArn, string roleAccount)
    {
        foreach (var action in Actions(call))
        {
            var question = new PolicyQuestion("sts:" + action, roleArn) { Keys = Keys(call) };
            var isTrusted = role is not null && role.Arn(roleAccount) == roleArn
                && TrustPolicy.TakesPrincipal(role.TrustPolicy, question with
                {
                    Principals = [call.Caller.PrincipalArn, call.Caller.SessionArn, call.Caller.AccountId],
                });
            if (!isTrusted || !MayItself(call, question)) throw RoleSessions.Denied(call, action, roleArn);
        }
    }

    private static IEnumerable<string> Actions(ApiCall call)
    {
        yield return "AssumeRole";
        if (RoleSessions.Tags(call) is not null) yield return "TagSession";
        if (call.Input["SourceIdentity"] is not null) yield return "SetSourceIdentity";
    }

    private static bool MayItself(ApiCall call, PolicyQuestion question)
    {
        if (call.Caller.SessionPolicy is { } session && PolicyDecision.Decide(session, question) != true) return false;
        if (PrincipalArn.TryParse(call.Caller.PrincipalArn) is not { } caller) return false;
        if (!PolicyRecords.IsUnlimited(call.Session, caller)) return false;
        var documents = PolicyRecords.Documents(call.Session, caller.Kind, caller.Name);
        return PolicyDecision.Allows(documents, question)
            || (PolicyRecords.Attached(call.Session, caller.Kind, caller.Name, "", int.MaxValue)
                    .Contains(PolicyRecords.AdministratorAccess)
                && documents.All(document => PolicyDecision.Decide(document, question) != false));
    }

    // Condition keys of the request and of who makes it (IAM user guide, condition context keys), in lower case.
    private static Dictionary<string, string?> Keys(ApiCall call) => new(StringComparer.Ordinal)
    {
        ["sts:externalid"] = (string?)call.Input["ExternalId"],
        ["sts:rolesessionname"] = (string?)call.Input["RoleSessionName"],
        ["sts:sourceidentity"] = (string?)call.Input["SourceIdentity"],
        ["aws:principalarn"] = call.Caller.PrincipalArn,
        ["aws:principalaccount"] = call.Caller.AccountId,
        ["aws:principalorgid"] = call.Lake.World.OrganizationsOf(call.Session, call.Caller.AccountId)
            .Select(arn => arn.Split('/')).FirstOrDefault(parts => parts.Length > 1)?[1],
    };
}
