using LakeTools.Local.Api;
using LakeTools.Local.Store;

namespace LakeTools.Local.Iam;

/// <summary>A kind of principal that has policies and tags: the operations of roles and users are alike but for the names.</summary>
/// <param name="Name">The word in the names of operations and members, such as <c>Role</c> in RoleName.</param>
/// <param name="MaxInlinePolicies">The maximum number of characters of its inline policies together (IAM user guide, quotas).</param>
/// <param name="Find">The name as it was recorded, and the tags; null if there is no record.</param>
/// <param name="PutTags">Stores the tags.</param>
internal sealed record IamKind(
    string Name,
    int MaxInlinePolicies,
    Func<StoreSession, string, (string Name, IReadOnlyDictionary<string, string> Tags)?> Find,
    Action<StoreSession, string, IReadOnlyDictionary<string, string>> PutTags)
{
    public static readonly IamKind Role = new(
        "Role",
        10240,
        (session, name) => RoleRecords.Find(session, name) is { } role ? (role.Name, role.Tags) : null,
        RoleRecords.PutTags);

    public static readonly IamKind User = new(
        "User",
        2048,
        (session, name) => UserRecords.Find(session, name) is { } user ? (user.Name, user.Tags) : null,
        UserRecords.PutTags);

    /// <summary>The word in ARNs and in the store.</summary>
    public string Word => Name.ToLowerInvariant();

    /// <summary>The member of requests and answers that has the name.</summary>
    public string Member => Name + "Name";

    /// <summary>The name of the principal that a call is about, as it was recorded.</summary>
    public string Require(ApiCall call) => Existing(call).Name;

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags(ApiCall call) => Existing(call).Tags;

    private (string Name, IReadOnlyDictionary<string, string> Tags) Existing(ApiCall call)
    {
        var name = IamAnswers.Text(call, Member)!;
        return Find(call.Session, name) ?? throw IamAnswers.NotFound($"{Word} with name {name}");
    }
}
