using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Identity;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Iam;

/// <summary>
/// IAM: roles and their policies as records. IAM allows every call in the embedded lake; what the records are for is the
/// one rule that reads them, about objects under registered locations, and the scripts that make roles before they grant.
/// </summary>
internal sealed class IamApi : JsonApi
{
    private const int DefaultMaxSession = 3600;
    private const int DefaultMaxItems = 100;
    private const int MaxTags = 50;
    private const int MaxInlinePolicies = 10240;

    public IamApi()
    {
        Write("CreateRole", CreateRole);
        Read("GetRole", call => new JsonObject { ["Role"] = Shown(call, Require(call)) });
        Read("GetUser", GetUser);
        Read("ListRoles", ListRoles);
        Write("DeleteRole", DeleteRole);
        Write("TagRole", TagRole);
        Write("UntagRole", UntagRole);
        Write("UpdateAssumeRolePolicy", UpdateTrust);
        Write("PutRolePolicy", PutRolePolicy);
        Read("GetRolePolicy", GetRolePolicy);
        Write("DeleteRolePolicy", DeleteRolePolicy);
        Read("ListRolePolicies", ListRolePolicies);
        Write("AttachRolePolicy", AttachRolePolicy);
        Write("DetachRolePolicy", DetachRolePolicy);
        Read("ListAttachedRolePolicies", ListAttachedRolePolicies);
    }

    public override string Service => "iam";

    public override StorePart Part => RoleRecords.Part;

    /// <summary>Users sign here without a record of theirs, and have no tags.</summary>
    private static JsonObject GetUser(ApiCall call) => throw new ApiException("NoSuchEntity",
        $"The user with name {Text(call, "UserName") ?? PrincipalArn.TryParse(call.Caller.PrincipalArn)?.Name} cannot be found.", 404);

    private static JsonObject CreateRole(ApiCall call)
    {
        var name = Text(call, "RoleName")!;
        if (RoleRecords.Find(call.Session, name) is not null)
            throw new ApiException("EntityAlreadyExists", $"Role with name {name} already exists.", 409);
        var role = new Role
        {
            Name = name,
            Path = Text(call, "Path") ?? "/",
            Id = PrincipalArn.UniqueId("AROA", $"{call.Lake.AccountId}/{name}"),
            Created = call.Lake.Clock.GetUtcNow(),
            TrustPolicy = Document(call, "AssumeRolePolicyDocument", PolicyDocument.FaultOfTrust),
            Description = Text(call, "Description"),
            MaxSessionDuration = (int?)call.Input["MaxSessionDuration"] ?? DefaultMaxSession,
            PermissionsBoundary = Text(call, "PermissionsBoundary"),
            Tags = MergeTags(call, new Dictionary<string, string>()),
        };
        RoleRecords.Insert(call.Session, role);
        var shown = Shown(call, role);
        if (call.Input["MaxSessionDuration"] is null) shown.Remove("MaxSessionDuration");
        return new JsonObject { ["Role"] = shown };
    }

    /// <summary>Roles as ListRoles shows them: without tags and permissions boundary (API reference, ListRoles).</summary>
    private static JsonObject ListRoles(ApiCall call) => Page(
        call,
        "Roles",
        (after, limit) => RoleRecords.List(call.Session, Text(call, "PathPrefix") ?? "/", after, limit),
        role => role.Name,
        role => Shown(call, role with { Tags = new Dictionary<string, string>(), PermissionsBoundary = null }));

    private static JsonObject? DeleteRole(ApiCall call)
    {
        var role = Require(call);
        if (RoleRecords.PolicyNames(call.Session, role.Name, "", 1).Count > 0)
            throw new ApiException("DeleteConflict", "Cannot delete entity, must delete policies first.", 409);
        if (RoleRecords.AttachedArns(call.Session, role.Name, "", 1).Count > 0)
            throw new ApiException("DeleteConflict", "Cannot delete entity, must detach all policies first.", 409);
        RoleRecords.Delete(call.Session, role.Name);
        return null;
    }

    private static JsonObject? TagRole(ApiCall call)
    {
        var role = Require(call);
        RoleRecords.PutTags(call.Session, role.Name, MergeTags(call, role.Tags));
        return null;
    }

    private static JsonObject? UntagRole(ApiCall call)
    {
        var role = Require(call);
        var gone = call.Input["TagKeys"]!.AsArray().Select(key => (string)key!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        RoleRecords.PutTags(call.Session, role.Name, role.Tags.Where(tag => !gone.Contains(tag.Key)).ToDictionary());
        return null;
    }

    private static JsonObject? UpdateTrust(ApiCall call)
    {
        RoleRecords.PutTrust(call.Session, Require(call).Name, Document(call, "PolicyDocument", PolicyDocument.FaultOfTrust));
        return null;
    }

    private static JsonObject? PutRolePolicy(ApiCall call)
    {
        var (role, name) = (Require(call).Name, Text(call, "PolicyName")!);
        var document = Document(call, "PolicyDocument", PolicyDocument.FaultOfIdentity);
        CheckSize(call, role, name, document);
        RoleRecords.PutPolicy(call.Session, role, name, document);
        return null;
    }

    private static JsonObject GetRolePolicy(ApiCall call)
    {
        var role = Require(call);
        var name = Text(call, "PolicyName")!;
        var document = RoleRecords.Policy(call.Session, role.Name, name) ?? throw NoPolicy(name);
        return new JsonObject
        {
            ["RoleName"] = role.Name,
            ["PolicyName"] = name,
            ["PolicyDocument"] = FormEncoding.Encode(document),
        };
    }

    private static JsonObject? DeleteRolePolicy(ApiCall call)
    {
        var name = Text(call, "PolicyName")!;
        return RoleRecords.DeletePolicy(call.Session, Require(call).Name, name) ? null : throw NoPolicy(name);
    }

    private static JsonObject ListRolePolicies(ApiCall call)
    {
        var role = Require(call);
        return Page(call, "PolicyNames", (after, limit) => RoleRecords.PolicyNames(call.Session, role.Name, after, limit), name =>
            name, name => name);
    }

    private static JsonObject? AttachRolePolicy(ApiCall call)
    {
        var arn = Text(call, "PolicyArn")!;
        if (!arn.StartsWith("arn:", StringComparison.Ordinal) || !arn.Contains(":policy/", StringComparison.Ordinal))
            throw new ApiException("ValidationError", $"ARN {arn} is not valid.");
        RoleRecords.Attach(call.Session, Require(call).Name, arn);
        return null;
    }

    private static JsonObject? DetachRolePolicy(ApiCall call)
    {
        var arn = Text(call, "PolicyArn")!;
        if (RoleRecords.Detach(call.Session, Require(call).Name, arn)) return null;
        throw new ApiException("NoSuchEntity", $"Policy {arn} was not found.", 404);
    }

    private static JsonObject ListAttachedRolePolicies(ApiCall call)
    {
        var role = Require(call);
        return Page(
            call,
            "AttachedPolicies",
            (after, limit) => RoleRecords.AttachedArns(call.Session, role.Name, after, limit),
            arn => arn,
            arn => new JsonObject { ["PolicyName"] = arn[(arn.LastIndexOf('/') + 1)..], ["PolicyArn"] = arn });
    }

    private static JsonObject Page<T>(ApiCall call, string member, Func<string, int, List<T>> read, Func<T, string> key,
        Func<T, JsonNode> show)
    {
        var page = new Page(call.Input, PageForm.Iam, member, DefaultMaxItems);
        var (items, next) = page.Cut(read(page.After, page.Size + 1), key);
        return new JsonObject
        {
            [member] = new JsonArray([.. items.Select(show)]),
            ["IsTruncated"] = next is not null,
        }.With("Marker", next);
    }

    private static Role Require(ApiCall call)
    {
        var name = Text(call, "RoleName")!;
        return RoleRecords.Find(call.Session, name)
            ?? throw new ApiException("NoSuchEntity", $"The role with name {name} cannot be found.", 404);
    }

    private static JsonObject Shown(ApiCall call, Role role)
    {
        var shown = new JsonObject
        {
            ["Path"] = role.Path,
            ["RoleName"] = role.Name,
            ["RoleId"] = role.Id,
            ["Arn"] = role.Arn(call.Lake.AccountId),
            ["CreateDate"] = WireTime.Iso(role.Created),
            ["AssumeRolePolicyDocument"] = FormEncoding.Encode(role.TrustPolicy),
            ["Description"] = role.Description,
            ["MaxSessionDuration"] = role.MaxSessionDuration,
        };
        if (role.PermissionsBoundary is { } boundary)
            shown["PermissionsBoundary"] = new JsonObject { ["PermissionsBoundaryType"] = "Policy", ["PermissionsBoundaryArn"] = boundary };
        if (role.Tags.Count > 0)
            shown["Tags"] = new JsonArray([.. role.Tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]);
        return shown;
    }

    private static Dictionary<string, string> MergeTags(ApiCall call, IReadOnlyDictionary<string, string> known)
    {
        // Keys that differ in case alone are one, as in IAM.
        var tags = new Dictionary<string, string>(known, StringComparer.OrdinalIgnoreCase);
        if (call.Input["Tags"] is JsonArray given)
            foreach (var tag in given) tags[(string)tag!["Key"]!] = (string)tag["Value"]!;
        return tags.Count <= MaxTags ? tags
            : throw new ApiException("LimitExceeded", $"The number of tags has reached the maximum limit of {MaxTags}.", 409);
    }

    private static string Document(ApiCall call, string member, Func<string, string?> faultOf)
    {
        var text = Text(call, member)!;
        return faultOf(text) is { } fault ? throw new ApiException("MalformedPolicyDocument", $"This is no policy: {fault}.") : text;
    }

    /// <summary>Inline policies of a role share a limit, in which white space does not count (IAM user guide, quotas).</summary>
    private static void CheckSize(ApiCall call, string role, string name, string document)
    {
        var others = RoleRecords.PolicyNames(call.Session, role, "", int.MaxValue)
            .Where(other => !other.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(other => RoleRecords.Policy(call.Session, role, other)!);
        var size = others.Append(document).Sum(policy => policy.Count(character => !char.IsWhiteSpace(character)));
        if (size > MaxInlinePolicies)
            throw new ApiException("LimitExceeded", $"Maximum policy size of {MaxInlinePolicies} bytes exceeded for role {role}", 409);
    }

    private static ApiException NoPolicy(string name) => new("NoSuchEntity", $"The role policy with name {name} cannot be found.", 404);

    private static string? Text(ApiCall call, string member) => (string?)call.Input[member];
}
