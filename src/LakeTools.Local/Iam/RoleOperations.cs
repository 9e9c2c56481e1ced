using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Identity;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Iam;

/// <summary>CreateRole, GetRole, ListRoles, DeleteRole, UpdateAssumeRolePolicy.</summary>
internal static class RoleOperations
{
    private const int DefaultMaxSession = 3600;

    public static JsonObject Create(ApiCall call)
    {
        var name = IamAnswers.Text(call, "RoleName")!;
        if (RoleRecords.Find(call.Session, name) is not null)
            throw new ApiException("EntityAlreadyExists", $"Role with name {name} already exists.", 409);
        var role = new Role
        {
            Name = name,
            Path = IamAnswers.Text(call, "Path") ?? "/",
            Id = PrincipalArn.UniqueId("AROA", $"{call.Lake.AccountId}/{name}"),
            Created = call.Lake.Clock.GetUtcNow(),
            TrustPolicy = IamAnswers.Document(call, "AssumeRolePolicyDocument", PolicyKind.Trust),
            Description = IamAnswers.Text(call, "Description"),
            MaxSessionDuration = (int?)call.Input["MaxSessionDuration"] ?? DefaultMaxSession,
            PermissionsBoundary = IamAnswers.Text(call, "PermissionsBoundary"),
            Tags = IamTags.Merge(call, new Dictionary<string, string>()),
        };
        RoleRecords.Insert(call.Session, role);
        var shown = Shown(call, role);
        if (call.Input["MaxSessionDuration"] is null) shown.Remove("MaxSessionDuration");
        return new JsonObject { ["Role"] = shown };
    }

    public static JsonObject Get(ApiCall call) =>
        new() { ["Role"] = Shown(call, RoleRecords.Find(call.Session, IamKind.Role.Require(call))!) };

    /// <summary>Roles as ListRoles shows them: without tags and permissions boundary (API reference, ListRoles).</summary>
    public static JsonObject List(ApiCall call) => IamAnswers.Page(
        call,
        "Roles",
        (after, limit) => RoleRecords.List(call.Session, IamAnswers.Text(call, "PathPrefix") ?? "/", after, limit),
        role => role.Name,
        role => Shown(call, role with { Tags = new Dictionary<string, string>(), PermissionsBoundary = null }));

    // The lake has no instance profiles.
    public static JsonObject ListInstanceProfiles(ApiCall call)
    {
        IamKind.Role.Require(call);
        return new JsonObject { ["InstanceProfiles"] = new JsonArray(), ["IsTruncated"] = false };
    }

    public static JsonObject? Delete(ApiCall call)
    {
        var role = IamKind.Role.Require(call);
        new PolicyOperations(IamKind.Role).CheckNone(call, role);
        RoleRecords.Delete(call.Session, role);
        return null;
    }

    public static JsonObject? UpdateTrust(ApiCall call)
    {
        var document = IamAnswers.Document(call, "PolicyDocument", PolicyKind.Trust);
        RoleRecords.PutTrust(call.Session, IamKind.Role.Require(call), document);
        return null;
    }

    private static JsonObject Shown(ApiCall call, Role role) => new JsonObject
    {
        ["Path"] = role.Path,
        ["RoleName"] = role.Name,
        ["RoleId"] = role.Id,
        ["Arn"] = role.Arn(call.Lake.AccountId),
        ["CreateDate"] = WireTime.Iso(role.Created),
        ["AssumeRolePolicyDocument"] = FormEncoding.Encode(role.TrustPolicy),
        ["Description"] = role.Description,
        ["MaxSessionDuration"] = role.MaxSessionDuration,
    }.With("PermissionsBoundary", IamAnswers.Boundary(role.PermissionsBoundary)).With("Tags", IamTags.Shown(role.Tags));
}
