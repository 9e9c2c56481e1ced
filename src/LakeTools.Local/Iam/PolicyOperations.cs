using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Iam;

/// <summary>The policies of a kind of principal: inline ones, and managed ones by their ARNs, which have no documents here.</summary>
/// <param name="kind">The kind of the principals that have the policies.</param>
internal sealed class PolicyOperations(IamKind kind)
{
    public JsonObject? Put(ApiCall call)
    {
        var (owner, name) = (kind.Require(call), IamAnswers.Text(call, "PolicyName")!);
        var document = IamAnswers.Document(call, "PolicyDocument", PolicyKind.Identity);
        CheckSize(call, owner, name, document);
        PolicyRecords.Put(call.Session, kind.Word, owner, name, document);
        return null;
    }

    public JsonObject Get(ApiCall call)
    {
        var (owner, name) = (kind.Require(call), IamAnswers.Text(call, "PolicyName")!);
        var document = PolicyRecords.Document(call.Session, kind.Word, owner, name) ?? throw NoPolicy(name);
        return new JsonObject
        {
            [kind.Member] = owner,
            ["PolicyName"] = name,
            ["PolicyDocument"] = FormEncoding.Encode(document),
        };
    }

    public JsonObject? Delete(ApiCall call)
    {
        var (owner, name) = (kind.Require(call), IamAnswers.Text(call, "PolicyName")!);
        return PolicyRecords.Delete(call.Session, kind.Word, owner, name) ? null : throw NoPolicy(name);
    }

    public JsonObject List(ApiCall call)
    {
        var owner = kind.Require(call);
        return IamAnswers.Page(call, "PolicyNames",
            (after, limit) => PolicyRecords.Names(call.Session, kind.Word, owner, after, limit), name => name, name => name);
    }

    public JsonObject? Attach(ApiCall call)
    {
        var arn = IamAnswers.Text(call, "PolicyArn")!;
        if (!arn.StartsWith("arn:", StringComparison.Ordinal) || !arn.Contains(":policy/", StringComparison.Ordinal))
            throw new ApiException("ValidationError", $"ARN {arn} is not valid.");
        PolicyRecords.Attach(call.Session, kind.Word, kind.Require(call), arn);
        return null;
    }

    public JsonObject? Detach(ApiCall call)
    {
        var arn = IamAnswers.Text(call, "PolicyArn")!;
        if (PolicyRecords.Detach(call.Session, kind.Word, kind.Require(call), arn)) return null;
        throw new ApiException("NoSuchEntity", $"Policy {arn} was not found.", 404);
    }

    public JsonObject ListAttached(ApiCall call)
    {
        var owner = kind.Require(call);
        var prefix = IamAnswers.Text(call, "PathPrefix") ?? "/";
        return IamAnswers.Page<string>(
            call,
            "AttachedPolicies",
            (after, limit) => [.. PolicyRecords.Attached(call.Session, kind.Word, owner, after, int.MaxValue)
                .Where(arn => PathOf(arn).StartsWith(prefix, StringComparison.Ordinal)).Take(limit)],
            arn => arn,
            arn => new JsonObject { ["PolicyName"] = arn[(arn.LastIndexOf('/') + 1)..], ["PolicyArn"] = arn });
    }

    /// <summary>Refuses to remove a principal that has policies.</summary>
    public void CheckNone(ApiCall call, string owner)
    {
        if (PolicyRecords.Names(call.Session, kind.Word, owner, "", 1).Count > 0) throw IamAnswers.Conflict("delete policies");
        if (PolicyRecords.Attached(call.Session, kind.Word, owner, "", 1).Count > 0) throw IamAnswers.Conflict("detach all policies");
    }

    /// <summary>The path of a policy: from the slash after <c>:policy</c> to the last one.</summary>
    private static string PathOf(string arn)
    {
        var path = arn[(arn.IndexOf(":policy/", StringComparison.Ordinal) + ":policy".Length)..];
        return path[..(path.LastIndexOf('/') + 1)];
    }

    /// <summary>Inline policies of a principal share a limit, in which white space does not count (IAM user guide, quotas).</summary>
    private void CheckSize(ApiCall call, string owner, string name, string document)
    {
        var others = PolicyRecords.Names(call.Session, kind.Word, owner, "", int.MaxValue)
            .Where(other => !other.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(other => PolicyRecords.Document(call.Session, kind.Word, owner, other)!);
        var size = others.Append(document).Sum(policy => policy.Count(character => !char.IsWhiteSpace(character)));
        if (size > kind.MaxInlinePolicies)
            throw IamAnswers.Limit($"Maximum policy size of {kind.MaxInlinePolicies} bytes exceeded for {kind.Word} {owner}");
    }

    private ApiException NoPolicy(string name) => IamAnswers.NotFound($"{kind.Word} policy with name {name}");
}
