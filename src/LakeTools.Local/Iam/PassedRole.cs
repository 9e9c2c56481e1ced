using LakeTools.Local.Identity;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Iam;

/// <summary>A role that a call passes to a service, which acts as it from then on. That the role exists is not required.</summary>
/// <remarks>
/// Sources: IAM user guide, id_roles_use_passrole: only roles of the same account can be passed; the text is AWS's. Glue developer guide,
/// create-an-iam-role: the role must trust Glue; the text is Glue's.
/// </remarks>
internal static class PassedRole
{
    private const string Glue = "glue.amazonaws.com";

    /// <summary>The ARN of a role that is named by its ARN or its name.</summary>
    public static string Arn(string accountId, string role) =>
        role.StartsWith("arn:", StringComparison.Ordinal) ? role : $"arn:aws:iam::{accountId}:role/{role}";

    /// <summary>Refuses a role that cannot be passed to any service of an account.</summary>
    public static void Require(string accountId, string role) => _ = Own(accountId, role);

    /// <summary>Refuses a role that cannot be passed to Glue: if it exists, it must trust Glue.</summary>
    public static void RequireForGlue(StoreSession session, string accountId, string role)
    {
        if (RoleRecords.Find(session, Own(accountId, role).Name) is { } recorded && !TrustPolicy.TakesService(
            recorded.TrustPolicy, Glue, accountId))
            throw Invalid($"Role {Arn(accountId, role)} should be given assume role permissions for Glue Service.");
    }

    private static PrincipalArn Own(string accountId, string role)
    {
        if (PrincipalArn.TryParse(Arn(accountId, role)) is not { Kind: "role" } parsed) throw Invalid($"{role} does not name an IAM role.");
        return parsed.AccountId == accountId ? parsed
            : throw new ApiException("AccessDeniedException", "Cross-account pass role is not allowed.");
    }

    private static ApiException Invalid(string text) => new("InvalidInputException", text);
}
