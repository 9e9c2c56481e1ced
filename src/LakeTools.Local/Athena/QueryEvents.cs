using System.Globalization;
using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.CloudTrail;

namespace LakeTools.Local.Athena;

/// <summary>Writes StartQueryExecution events, by which it can be found who started a query (Athena user guide, CloudTrail).</summary>
internal static class QueryEvents
{
    private const string Omitted = "***OMITTED***"; // Athena keeps the text of queries out of events

    /// <summary>Keeps the event of a query that a call started.</summary>
    /// <param name="call">The call.</param>
    /// <param name="id">The query.</param>
    public static void Started(ApiCall call, string id)
    {
        var asked = call.Input.DeepClone().AsObject();
        asked["QueryString"] = Omitted;
        if (asked["ExecutionParameters"] is not null) asked["ExecutionParameters"] = Omitted;
        TrailEvents.Record(call.Session, call.Lake, new JsonObject
        {
            ["eventVersion"] = "1.11",
            ["userIdentity"] = EventCaller.Identity(call.Caller),
            ["eventTime"] = call.Lake.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["eventSource"] = "athena.amazonaws.com",
            ["eventName"] = "StartQueryExecution",
            ["awsRegion"] = call.Lake.Region,
            ["sourceIPAddress"] = "127.0.0.1",
            ["requestParameters"] = DataAccessLog.Parameters(asked),
            ["responseElements"] = new JsonObject { ["queryExecutionId"] = id },
            ["requestID"] = Guid.NewGuid().ToString(),
            ["eventID"] = Guid.NewGuid().ToString(),
            ["readOnly"] = false,
            ["eventType"] = "AwsApiCall",
            ["managementEvent"] = true,
            ["recipientAccountId"] = call.Lake.AccountId,
            ["eventCategory"] = "Management",
        }, EventCaller.Username(call.Caller));
    }
}
