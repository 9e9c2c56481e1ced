using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LakeTools.Local.Api;
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
    /// <param name="access">The access that was granted.</param>
    public static void Record(ApiCall call, DataAccess access)
    {
        var isAcross = access.OwnerId != call.Caller.AccountId;
        var shared = isAcross ? Guid.NewGuid().ToString() : null;
        foreach (var account in new[] { call.Caller.AccountId, access.OwnerId }.Distinct())
            if (call.In(account) is { } there)
                TrailEvents.Record(there.Session, there.Lake, Event(there, access, isAcross, shared), EventCaller.Username(call.Caller));
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
            ["userIdentity"] = isAcross ? EventCaller.OfAccount(caller) : EventCaller.Identity(caller),
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
}
