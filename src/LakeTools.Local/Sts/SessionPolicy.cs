using LakeTools.Local.Api;
using LakeTools.Local.Iam;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Sts;

/// <summary>The policy that AssumeRole may name for one session.</summary>
internal static class SessionPolicy
{
    /// <summary>Characters, without compression (API reference).</summary>
    private const int MaxLength = 2048;

    /// <summary>The policy of a session that may do nothing.</summary>
    public const string Nothing = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}""";

    /// <summary>The policy of a call, checked; null where it names none.</summary>
    public static string? Of(ApiCall call)
    {
        if ((string?)call.Input["Policy"] is not { } policy) return null;
        if (policy.Length > MaxLength)
            throw new ApiException("PackedPolicyTooLarge",
                $"Packed policy consumes {PackedSize(policy)}% of allotted space, please use smaller policy.");
        return PolicyDocument.FaultOfIdentity(policy) is { } fault
            ? throw new ApiException("MalformedPolicyDocument", $"This is no policy: {fault}.")
            : policy;
    }

    /// <summary>Percent of the space that a session's policy may take. AWS packs it in a way that is not documented.</summary>
    public static int PackedSize(string policy) => ((policy.Length * 100) + MaxLength - 1) / MaxLength;
}
