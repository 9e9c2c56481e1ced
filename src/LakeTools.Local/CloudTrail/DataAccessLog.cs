using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Identity;
using LakeTools.Local.Wire;

namespace LakeTools.Local.CloudTrail;

/// <summary>
/// Writes GetDataAccess events: one for each credential that Lake Formation vends, as CloudTrail has them (developer guide, logging Lake
/// Formation API calls; cross-account CloudTrail logging). An engine of the lake that reads a table otherwise calls
/// <see cref="Record"/> once for each table that it reads.
/// </summary>
internal static class DataAccessLog
{
    private const string SessionCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>Keeps an event in the account of the caller, and a copy in the owner's.</summary>
    /// <param name="call">The call, in the account of the caller or of the owner.</param>
    /// <param name="access">What was given.</param>
    public static void Record(ApiCall call, DataAccess access)
    {
        var isAcross = access.OwnerId != call.Caller.AccountId;
        var shared = isAcross ? Guid.NewGuid().ToString() : null;
        foreach (var account in new[] { call.Caller.AccountId, access.OwnerId }.Distinct())
            if (call.In(account) is { } there)
                TrailEvents.Record(there.Session, there.Lake, Event(there, access, isAcross, shared), Username(call.Caller));
    }

    /// <summary>The members of a request as CloudTrail spells them.</summary>
    /// <param name="input">The request.</param>
    public static JsonObject Parameters(JsonObject input) => new(input.Select(member =>
        KeyValuePair.Create(char.ToLowerInvariant(member.Key[0]) + member.Key[1..], Spelled(member.Value))));

    private static JsonNode? Spelled(JsonNode? value) => value is JsonObject members ? Parameters(members) : value?.DeepClone();

    private static JsonObject Event(ApiCall call, DataAccess access, bool isAcross, string? shared)
    {
        var caller = call.Caller;
        var isTold = !isAcross || access.IsPrincipalTold;
        var item = new JsonObject
        {
            ["eventVersion"] = "1.11",
            ["userIdentity"] = isAcross ? OfAccount(caller) : Identity(caller),
            ["eventTime"] = call.Lake.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["eventSource"] = "lakeformation.amazonaws.com",
            ["eventName"] = "GetDataAccess",
            ["awsRegion"] = call.Lake.Region,
            ["sourceIPAddress"] = "127.0.0.1",
        };
        item.With("errorCode", access.Failure?.Code).With("errorMessage", access.Failure?.Message);
        item["requestParameters"] = access.Parameters.DeepClone();
        item["responseElements"] = null;
        item["additionalEventData"] = new JsonObject { ["requesterService"] = access.Service }
            .With("lakeFormationPrincipal", isTold ? caller.PrincipalArn : null)
            .With("lakeFormationRoleSessionName", access.Failure is not null ? null
                : $"AWSLF-00-{(access.Service == "ATHENA" ? "AT" : "NA")}-{caller.AccountId}-"
                    + RandomNumberGenerator.GetString(SessionCharacters, 10));
        item["requestID"] = Guid.NewGuid().ToString();
        item["eventID"] = Guid.NewGuid().ToString();
        item["readOnly"] = true;
        item["eventType"] = "AwsApiCall";
        item["managementEvent"] = true;
        item["recipientAccountId"] = call.Lake.AccountId;
        return item.With("sharedEventID", shared).With("eventCategory", "Management");
    }

    private static string Username(Caller caller) => caller.SessionArn[(caller.SessionArn.LastIndexOf('/') + 1)..];

    private static bool IsRole(Caller caller) => PrincipalArn.TryParse(caller.PrincipalArn) is { Kind: "role" };

    private static string UniqueId(Caller caller) => PrincipalArn.UniqueId(IsRole(caller) ? "AROA" : "AIDA", caller.PrincipalArn);

    private static string SessionId(Caller caller) => IsRole(caller) ? $"{UniqueId(caller)}:{Username(caller)}" : UniqueId(caller);

    // The user identity of another account's principal names the account alone.
    private static JsonObject OfAccount(Caller caller) => new()
    {
        ["type"] = "AWSAccount",
        ["principalId"] = SessionId(caller),
        ["accountId"] = caller.AccountId,
    };

    private static JsonObject Identity(Caller caller)
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
}
