using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Identity;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Iam;

/// <summary>CreateUser, GetUser, ListUsers, DeleteUser. A user may sign here without a record too, which these do not show.</summary>
internal static class UserOperations
{
    public static JsonObject Create(ApiCall call)
    {
        var name = IamAnswers.Text(call, "UserName")!;
        if (UserRecords.Find(call.Session, name) is not null)
            throw new ApiException("EntityAlreadyExists", $"User with name {name} already exists.", 409);
        var user = new User
        {
            Name = name,
            Path = IamAnswers.Text(call, "Path") ?? "/",
            Id = PrincipalArn.UniqueId("AIDA", $"{call.Lake.AccountId}/{name}"),
            Created = call.Lake.Clock.GetUtcNow(),
            PermissionsBoundary = IamAnswers.Text(call, "PermissionsBoundary"),
            Tags = IamTags.Merge(call, new Dictionary<string, string>()),
        };
        UserRecords.Insert(call.Session, user);
        return new JsonObject { ["User"] = Shown(call, user) };
    }

    public static JsonObject Get(ApiCall call) => new() { ["User"] = Shown(call, Of(call)) };

    /// <summary>Users as ListUsers shows them: without tags and permissions boundary (API reference, ListUsers).</summary>
    public static JsonObject List(ApiCall call) => IamAnswers.Page(
        call,
        "Users",
        (after, limit) => UserRecords.List(call.Session, IamAnswers.Text(call, "PathPrefix") ?? "/", after, limit),
        user => user.Name,
        user => Shown(call, user with { Tags = new Dictionary<string, string>(), PermissionsBoundary = null }));

    public static JsonObject? Delete(ApiCall call)
    {
        var user = Of(call);
        new PolicyOperations(IamKind.User).CheckNone(call, user.Name);
        if (call.Lake.Identity.KeysOf(call.Session, user.Arn(call.Lake.AccountId)).Count > 0)
            throw IamAnswers.Conflict("delete access keys");
        UserRecords.Delete(call.Session, user.Name);
        return null;
    }

    /// <summary>The user that a call names, or otherwise the user who signed it.</summary>
    public static User Of(ApiCall call)
    {
        var name = IamAnswers.Text(call, "UserName");
        if (name is null)
        {
            var signer = PrincipalArn.TryParse(call.Caller.PrincipalArn);
            if (signer is not { Kind: "user" })
                throw new ApiException("ValidationError", "Must specify userName when calling with non-User credentials");
            name = signer.Name;
        }

        return UserRecords.Find(call.Session, name) ?? throw IamAnswers.NotFound($"user with name {name}");
    }

    private static JsonObject Shown(ApiCall call, User user) => new JsonObject
    {
        ["Path"] = user.Path,
        ["UserName"] = user.Name,
        ["UserId"] = user.Id,
        ["Arn"] = user.Arn(call.Lake.AccountId),
        ["CreateDate"] = WireTime.Iso(user.Created),
    }.With("PermissionsBoundary", IamAnswers.Boundary(user.PermissionsBoundary)).With("Tags", IamTags.Shown(user.Tags));
}
