using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Identity;
using LakeTools.Local.Wire;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>Temporary credentials as Lake Formation answers them.</summary>
internal static class VendedKeys
{
    private const int DefaultSeconds = 3600;

    /// <summary>Issues keys that open some prefixes of S3 for the time that the call asks for.</summary>
    public static JsonObject Issue(ApiCall call, IReadOnlyList<string> prefixes, bool canWrite)
    {
        var seconds = call.Input.Number("DurationSeconds") ?? DefaultSeconds;
        var credential = call.Lake.Identity.IssueVended(call.Session, call.Caller, new VendedScope(prefixes, canWrite),
            TimeSpan.FromSeconds(seconds));
        return new JsonObject
        {
            ["AccessKeyId"] = credential.AccessKeyId,
            ["SecretAccessKey"] = credential.SecretAccessKey,
            ["SessionToken"] = credential.SessionToken,
            ["Expiration"] = credential.Expiration!.Value.ToUnixTimeSeconds(),
        };
    }
}
