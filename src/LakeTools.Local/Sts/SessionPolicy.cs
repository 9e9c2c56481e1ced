using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Iam;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Sts;

/// <summary>The policy that AssumeRole may name for one session.</summary>
internal static class SessionPolicy
{
    /// <summary>Characters, without compression (API reference).</summary>
    private const int MaxLength = 2048;

    private const int TagOverhead = 18;

    /// <summary>The policy of a session that may do nothing.</summary>
    public const string Nothing = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}""";

    /// <summary>The policy of a call, checked; null if it names none.</summary>
    public static string? Of(ApiCall call)
    {
        if ((string?)call.Input["Policy"] is not { } policy) return null;
        PackedSize(policy, []);
        return PolicyDocument.Fault(policy, PolicyKind.Identity) is { } fault
            ? throw new ApiException("MalformedPolicyDocument", $"This is not a valid policy: {fault}.")
            : policy;
    }

    /// <summary>
    /// Percent of the space that a session's policy and tags may take together; null if there are none. AWS packs them in a way that is
    /// not documented: their characters are counted here, and of each tag what AWS was seen to add (three tags of two characters: 3%).
    /// </summary>
    /// <param name="policy">The policy; null for none.</param>
    /// <param name="tags">The tags that the request names.</param>
    /// <exception cref="ApiException">They take more.</exception>
    public static int? PackedSize(string? policy, IEnumerable<JsonObject> tags)
    {
        var given = tags.ToList();
        if (policy is null && given.Count == 0) return null;
        var size = (policy?.Length ?? 0) + given.Sum(tag => tag.Required("Key").Length + tag.Required("Value").Length + TagOverhead);
        var percent = ((size * 100) + MaxLength - 1) / MaxLength;
        return percent <= 100 ? percent : throw TooLarge(percent);
    }

    private static ApiException TooLarge(int percent) =>
        new("PackedPolicyTooLarge", $"Packed policy consumes {percent}% of allotted space, please use smaller policy.");
}
