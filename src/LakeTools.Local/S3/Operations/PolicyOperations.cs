using System.Text;
using System.Text.Json.Nodes;
using LakeTools.Local.Iam;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Settings;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>The policy of a bucket: a record, as IAM allows every call in the lake.</summary>
internal static class PolicyOperations
{
    private const string Setting = "policy";

    public static Task<WireResponse> GetBucketPolicy(S3Call call, CancellationToken cancellationToken) =>
        Task.FromResult(WireResponse.Of(200, "application/json", Encoding.UTF8.GetBytes(Read(call, "s3:GetBucketPolicy"))));

    public static async Task<WireResponse> PutBucketPolicy(S3Call call, CancellationToken cancellationToken)
    {
        call.Store.Read(session => Buckets.Require(session, call.Bucket));
        var policy = Encoding.UTF8.GetString((await call.ReadBodyAsync(cancellationToken).ConfigureAwait(false)).Span);
        if (Fault(policy) is { } fault) throw new ApiException("MalformedPolicy", fault);
        await call.Store.WriteAsync(session =>
        {
            call.DemandSetting(session, "s3:PutBucketPolicy");
            if (IsPublic(policy) && PublicAccess.Blocks(session, call.Bucket, "BlockPublicPolicy")) throw S3Error.AccessDenied();
            S3Settings.Put(session, call.Bucket, Setting, policy);
            return true;
        }).ConfigureAwait(false);
        return S3Answer.Empty(204);
    }

    public static async Task<WireResponse> DeleteBucketPolicy(S3Call call, CancellationToken cancellationToken)
    {
        await call.Store.WriteAsync(session =>
        {
            call.DemandSetting(session, "s3:DeleteBucketPolicy");
            S3Settings.Delete(session, call.Bucket, Setting);
            return true;
        }).ConfigureAwait(false);
        return S3Answer.Empty(204);
    }

    public static Task<WireResponse> GetBucketPolicyStatus(S3Call call, CancellationToken cancellationToken)
    {
        var policy = Read(call, "s3:GetBucketPolicyStatus");
        return Task.FromResult(S3Answer.Xml("PolicyStatus", xml => xml.Element("IsPublic", IsPublic(policy))));
    }

    private static string Read(S3Call call, string action) => call.Store.Read(session =>
    {
        call.DemandSetting(session, action);
        return S3Settings.Find(session, call.Bucket, Setting);
    }) ?? throw S3Error.NotSet("NoSuchBucketPolicy", "The bucket policy does not exist", call.Bucket);

    private static string? Fault(string policy)
    {
        var first = policy.AsSpan().TrimStart();
        if (first.IsEmpty || policy[0] != '{' || PolicyDocument.FaultOfResource(policy) == PolicyDocument.NoJson)
            return "Policies must be valid JSON and the first byte must be '{'";
        return PolicyDocument.FaultOfResource(policy) switch
        {
            null => null,
            PolicyDocument.NoStatement => "Missing required field Statement",
            var fault => $"This is no policy: {fault}.",
        };
    }

    /// <summary>Whether a statement allows everybody something without a condition.</summary>
    private static bool IsPublic(string policy) => Items(JsonNode.Parse(policy)!["Statement"]).OfType<JsonObject>().Any(statement =>
        (string?)statement["Effect"] == "Allow"
        && statement["Condition"] is null
        && Items(statement["Principal"] is JsonObject principals ? principals["AWS"] : statement["Principal"])
            .Any(principal => principal is JsonValue && (string?)principal == "*"));

    private static IEnumerable<JsonNode?> Items(JsonNode? node)
    {
        if (node is JsonArray array) return array;
        return node is null ? [] : [node];
    }
}
