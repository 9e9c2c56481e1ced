using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.CloudTrail;
using LakeTools.Local.Identity;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>Temporary credentials as Lake Formation answers them, each with its event in the audit trail.</summary>
internal static class VendedKeys
{
    private const int DefaultSeconds = 3600;
    private const string TableArn = "tableArn";

    /// <summary>Issues keys that open some prefixes of S3 for the time that the call asks for.</summary>
    /// <param name="call">The call, in the account whose data it is.</param>
    /// <param name="prefixes">The prefixes that the keys give access to.</param>
    /// <param name="canWrite">Whether they open it for writing.</param>
    /// <param name="tableArn">The table; where it is another than was asked for, that one was a link. Null for places.</param>
    public static JsonObject Issue(ApiCall call, IReadOnlyList<string> prefixes, bool canWrite, string? tableArn = null)
    {
        var seconds = call.Input.Number("DurationSeconds") ?? DefaultSeconds;
        var credential = call.Lake.Identity.IssueVended(call.Session, call.Caller, new VendedScope(prefixes, canWrite, call.Lake.AccountId),
            TimeSpan.FromSeconds(seconds));
        var parameters = DataAccessLog.Parameters(call.Input);

        // A link has an event of its own, in the account of who asked (developer guide, cross-account CloudTrail logging).
        if (tableArn is not null)
        {
            if (!IsSame(call.Input.Required("TableArn"), tableArn)) Record(call, call.Caller.AccountId, parameters, null);
            parameters[TableArn] = tableArn;
        }

        Record(call, call.Lake.AccountId, parameters, null);
        return new JsonObject
        {
            ["AccessKeyId"] = credential.AccessKeyId,
            ["SecretAccessKey"] = credential.SecretAccessKey,
            ["SessionToken"] = credential.SessionToken,
            ["Expiration"] = credential.Expiration!.Value.ToUnixTimeSeconds(),
        };
    }

    /// <summary>Keeps that keys were refused, in the account of who asked.</summary>
    /// <param name="call">The call.</param>
    /// <param name="refusal">Why.</param>
    public static void Refuse(ApiCall call, ApiException refusal) =>
        Record(call, call.Caller.AccountId, DataAccessLog.Parameters(call.Input), refusal);

    // The lake represents all regions, and names of tables do not differ by case.
    private static bool IsSame(string asked, string arn) =>
        asked.Split(':', 5)[4].Equals(arn.Split(':', 5)[4], StringComparison.OrdinalIgnoreCase);

    private static void Record(ApiCall call, string owner, JsonObject parameters, ApiException? refusal)
    {
        var own = call.In(call.Caller.AccountId)!;
        DataAccessLog.Record(call, new DataAccess(owner, parameters, call.Caller.IsIntegrated ? DataAccess.LakeTools : DataAccess.Unknown)
        {
            Failure = refusal,
            IsPrincipalTold = LakeSettings.Read(own.Session, own.Lake).Texts("TrustedResourceOwners")?.Contains(owner) == true,
        });
    }
}
