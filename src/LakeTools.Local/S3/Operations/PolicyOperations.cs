using System.IO.Enumeration;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LakeTools.Local.Iam;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Settings;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>The policy of a bucket: a record, as IAM allows every call in the lake.</summary>
internal static partial class PolicyOperations
{
    private const string Setting = "policy";

    private static readonly HashSet<string> s_ofObjects = new(StringComparer.OrdinalIgnoreCase)
    {
        "s3:AbortMultipartUpload", "s3:BypassGovernanceRetention", "s3:ListMultipartUploadParts", "s3:ReplicateDelete", "s3:ReplicateTags",
    };

    public static Task<WireResponse> GetBucketPolicy(S3Call call, CancellationToken cancellationToken) =>
        Task.FromResult(WireResponse.Of(200, "application/json", Encoding.UTF8.GetBytes(Read(call, "s3:GetBucketPolicy"))));

    public static async Task<WireResponse> PutBucketPolicy(S3Call call, CancellationToken cancellationToken)
    {
        call.Store.Read(session => Buckets.Require(session, call.Bucket));
        var policy = Encoding.UTF8.GetString((await call.ReadBodyAsync(cancellationToken).ConfigureAwait(false)).Span);
        if (Fault(policy, call.Bucket) is { } fault) throw new ApiException("MalformedPolicy", fault);
        await call.Store.WriteAsync(session =>
        {
            call.DemandSetting(session, "s3:PutBucketPolicy");
            if (PublicPolicy.IsPublic(policy) && PublicAccess.Blocks(session, call.Bucket, "BlockPublicPolicy"))
                throw S3Error.AccessDenied();
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
        return Task.FromResult(S3Answer.Xml("PolicyStatus", xml => xml.Element("IsPublic", PublicPolicy.IsPublic(policy))));
    }

    private static string Read(S3Call call, string action) => call.Store.Read(session =>
    {
        call.DemandSetting(session, action);
        return S3Settings.Find(session, call.Bucket, Setting);
    }) ?? throw S3Error.NotSet("NoSuchBucketPolicy", "The bucket policy does not exist", call.Bucket);

    private static string? Fault(string policy, string bucket)
    {
        var first = policy.AsSpan().TrimStart();
        if (first.IsEmpty || policy[0] != '{' || PolicyDocument.Fault(policy, PolicyKind.Bucket) == PolicyDocument.NoJson)
            return "Policies must be valid JSON and the first byte must be '{'";
        return PolicyDocument.Fault(policy, PolicyKind.Bucket) switch
        {
            null => FaultOfStatements(policy, bucket),
            PolicyDocument.NoStatement => "Missing required field Statement",
            var fault => KnownText(policy) ?? $"This is not a valid policy: {fault}.",
        };
    }

    /// <summary>
    /// The texts of S3 for known faults (from versity/versitygw, which is held against it); null for others.
    /// </summary>
    private static string? KnownText(string policy)
    {
        using var document = JsonDocument.Parse(policy);
        return !document.RootElement.TryGetProperty("Statement", out var statements) ? null
            : statements.ValueKind == JsonValueKind.Object ? EffectText(statements)
            : statements.ValueKind != JsonValueKind.Array ? null
            : statements.GetArrayLength() == 0 ? "Could not parse the policy: Statement is empty!"
            : statements.EnumerateArray().Select(EffectText).FirstOrDefault(text => text is not null);
    }

    private static string? EffectText(JsonElement statement) =>
        statement.ValueKind == JsonValueKind.Object && statement.TryGetProperty("Effect", out var effect)
            && effect.ValueKind == JsonValueKind.String && effect.GetString() is not ("Allow" or "Deny")
                ? $"Invalid effect: {effect.GetString()}" : null;

    /// <summary>The fault of a policy's statements that no policy of that bucket may have.</summary>
    private static string? FaultOfStatements(string policy, string bucket)
    {
        foreach (var statement in Items(JsonNode.Parse(policy)!["Statement"]).OfType<JsonObject>())
        {
            if (!Texts(statement, "Action").All(action => action == "*" || action.StartsWith("s3:", StringComparison.OrdinalIgnoreCase)))
                return "Policy has invalid action";
            if (!Texts(statement, "Resource").All(resource => IsOf(resource, bucket))) return "Policy has invalid resource";
            if (statement["Action"] is not null && statement["Resource"] is not null && !Texts(statement, "Action").All(action =>
                Texts(statement, "Resource").Any(resource => Applies(action, resource))))
                return "Action does not apply to any resource(s) in statement";
            if (!Principals(statement).All(principal => Principal().IsMatch(principal))) return "Invalid principal in policy";
        }

        return null;
    }

    /// <summary>Whether an action is one of what a resource names: of a bucket, or of objects, which are behind a slash.</summary>
    private static bool Applies(string action, string resource)
    {
        if (action.AsSpan().ContainsAny('*', '?')) return true;
        var path = resource.Split(':', 6)[5];
        var isOfObjects = s_ofObjects.Contains(action) || (action.Contains("Object", StringComparison.OrdinalIgnoreCase)
            && !action.Contains("Bucket", StringComparison.OrdinalIgnoreCase));
        return isOfObjects
            ? path.AsSpan().ContainsAny('/', '*', '?')
            : !path.Contains('/', StringComparison.Ordinal) || !action.Contains("Bucket", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a resource is the bucket or is in it; its name may have wildcards.</summary>
    private static bool IsOf(string resource, string bucket)
    {
        if (resource.Split(':', 6) is not ["arn", _, "s3", "", "", var path]) return false;
        var name = path.Split('/')[0];
        return FileSystemName.MatchesSimpleExpression(name, bucket, ignoreCase: false);
    }

    private static IEnumerable<string> Texts(JsonObject statement, string member) =>
        Items(statement[member] ?? statement["Not" + member]).Select(item => (string)item!);

    private static IEnumerable<string> Principals(JsonObject statement) =>
        (statement["Principal"] ?? statement["NotPrincipal"]) is JsonObject kinds ? Items(kinds["AWS"]).Select(item => (string)item!) : [];

    private static IEnumerable<JsonNode?> Items(JsonNode? node)
    {
        if (node is JsonArray array) return array;
        return node is null ? [] : [node];
    }

    // Everybody, an account, or a principal of one; an id of AWS's for one that is gone.
    [GeneratedRegex(@"\A(?:\*|[0-9]{12}|arn:aws[a-z-]*:(?:iam|sts)::[0-9]{12}:.+|A[A-Z0-9]{15,})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Principal();
}
