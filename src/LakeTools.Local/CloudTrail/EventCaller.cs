using System.Text.Json.Nodes;
using LakeTools.Local.Identity;
using LakeTools.Local.Wire;

namespace LakeTools.Local.CloudTrail;

/// <summary>The caller in events of CloudTrail (user guide, userIdentity element).</summary>
internal static class EventCaller
{
    /// <summary>The name by which events of a caller are looked up.</summary>
    /// <param name="caller">The caller.</param>
    public static string Username(Caller caller) => caller.SessionArn[(caller.SessionArn.LastIndexOf('/') + 1)..];

    /// <summary>The user identity of another account's principal, which names the account alone.</summary>
    /// <param name="caller">The caller.</param>
    public static JsonObject OfAccount(Caller caller) => new()
    {
        ["type"] = "AWSAccount",
        ["principalId"] = SessionId(caller),
        ["accountId"] = caller.AccountId,
    };

    /// <summary>The user identity of a caller in the caller's own account.</summary>
    /// <param name="caller">The caller.</param>
    public static JsonObject Identity(Caller caller)
    {
        var name = caller.PrincipalArn[(caller.PrincipalArn.LastIndexOf('/') + 1)..];
        var identity = new JsonObject
        {
            ["type"] = IsRole(caller) ? "AssumedRole" : "IAMUser",
            ["principalId"] = SessionId(caller),
            ["arn"] = caller.SessionArn,
            ["accountId"] = caller.AccountId,
        };
        if (!IsRole(caller)) return identity.With("userName", name);
        identity["sessionContext"] = new JsonObject
        {
            ["sessionIssuer"] = new JsonObject
            {
                ["type"] = "Role",
                ["principalId"] = UniqueId(caller),
                ["arn"] = caller.PrincipalArn,
                ["accountId"] = caller.AccountId,
                ["userName"] = name,
            },
        };
        return identity;
    }

    private static bool IsRole(Caller caller) => PrincipalArn.TryParse(caller.PrincipalArn) is { Kind: "role" };

    private static string UniqueId(Caller caller) => PrincipalArn.UniqueId(IsRole(caller) ? "AROA" : "AIDA", caller.PrincipalArn);

    private static string SessionId(Caller caller) => IsRole(caller) ? $"{UniqueId(caller)}:{Username(caller)}" : UniqueId(caller);
}
