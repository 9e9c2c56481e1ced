using LakeTools.Local.Api;
using LakeTools.Local.Store;

namespace LakeTools.Local.Iam;

/// <summary>
/// IAM: roles, users and their policies as records, and the keys of users. IAM allows every call in the embedded lake; what the records are
/// for is the one rule that reads them, about objects under registered locations, and the scripts that make principals before they grant.
/// </summary>
internal sealed class IamApi : JsonApi
{
    public IamApi()
    {
        Write("CreateRole", RoleOperations.Create);
        Read("GetRole", RoleOperations.Get);
        Read("ListRoles", RoleOperations.List);
        Read("ListInstanceProfilesForRole", RoleOperations.ListInstanceProfiles);
        Write("DeleteRole", RoleOperations.Delete);
        Write("UpdateAssumeRolePolicy", RoleOperations.UpdateTrust);
        Write("CreateUser", UserOperations.Create);
        Read("GetUser", UserOperations.Get);
        Read("ListUsers", UserOperations.List);
        Write("DeleteUser", UserOperations.Delete);
        Write("CreateAccessKey", AccessKeyOperations.Create);
        Read("ListAccessKeys", AccessKeyOperations.List);
        Write("UpdateAccessKey", AccessKeyOperations.Update);
        Write("DeleteAccessKey", AccessKeyOperations.Delete);
        Read("SimulatePrincipalPolicy", PolicySimulation.Simulate);
        Register(IamKind.Role);
        Register(IamKind.User);
    }

    public override string Service => "iam";

    public override StorePart Part => IamTables.Part;

    private void Register(IamKind kind)
    {
        var policies = new PolicyOperations(kind);
        Write($"Tag{kind.Name}", IamTags.Tag(kind));
        Write($"Untag{kind.Name}", IamTags.Untag(kind));
        Read($"List{kind.Name}Tags", IamTags.List(kind));
        Write($"Put{kind.Name}Policy", policies.Put);
        Read($"Get{kind.Name}Policy", policies.Get);
        Write($"Delete{kind.Name}Policy", policies.Delete);
        Read($"List{kind.Name}Policies", policies.List);
        Write($"Attach{kind.Name}Policy", policies.Attach);
        Write($"Detach{kind.Name}Policy", policies.Detach);
        Read($"ListAttached{kind.Name}Policies", policies.ListAttached);
    }
}
