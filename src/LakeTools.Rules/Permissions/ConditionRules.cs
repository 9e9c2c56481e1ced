using LakeTools.Rules.Conditions;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Rules.Permissions;

/// <summary>The grants and opt-ins that may have a condition on the principal's tags.</summary>
/// <remarks>
/// Sources in the developer guide: attribute-based access control (catalogs, databases, tables and data filters), and its considerations
/// (no LF-Tag policies, no grant option, no users of Identity Center). That IAM_ALLOWED_PRINCIPALS takes none is not documented: what it
/// has leaves the decision to IAM, which knows no such condition.
/// </remarks>
public static class ConditionRules
{
    /// <summary>Says all that is wrong with a grant under a condition.</summary>
    /// <param name="condition">The expression.</param>
    /// <param name="resource">The resource; null if it is not known.</param>
    /// <param name="grantable">The permissions with the grant option.</param>
    /// <param name="principals">To whom.</param>
    /// <returns>Errors; none if nothing is wrong.</returns>
    public static IEnumerable<LakeException> Problems(string condition, LakeResource? resource, PermissionSet grantable,
        IEnumerable<LakePrincipal> principals)
    {
        if (Unknown(condition) is { } unknown)
        {
            yield return unknown;
            yield break;
        }

        if (Syntax(condition) is { } wrong) yield return wrong;
        if (resource is not null && !Takes(resource))
            yield return Fault.ConditionUnsupported(resource,
                $"{resource} does not support conditions: catalogs, databases, tables, columns and data filters do");
        if (grantable != PermissionSet.None)
            yield return Fault.ConditionUnsupported(resource, "it cannot be combined with the grant option: omit -GrantablePermission");
        foreach (var principal in principals)
            if (Problem(principal) is { } problem) yield return Fault.ConditionUnsupported(principal, problem);
    }

    /// <summary>The error of a listed condition that this version does not know: it can be shown, and not sent.</summary>
    /// <param name="condition">The condition; null for none.</param>
    /// <returns>The error; null if the condition is known.</returns>
    public static LakeException? Unknown(string? condition) =>
        UnknownCondition.Is(condition) ? Fault.ConditionUnknown(condition!) : null;

    /// <summary>The error of a text that is no condition.</summary>
    /// <param name="condition">The expression.</param>
    /// <returns>The error; null if the text is a condition.</returns>
    public static LakeException? Syntax(string condition)
    {
        try
        {
            PrincipalCondition.Parse(condition);
            return null;
        }
        catch (ConditionException error)
        {
            return Fault.ConditionInvalid(condition, error.Position, error.Message);
        }
    }

    /// <summary>Says what is wrong with a principal whose tags cannot decide.</summary>
    /// <param name="principal">The principal.</param>
    /// <returns>A part of a sentence; null if nothing is wrong.</returns>
    public static string? Problem(LakePrincipal principal) => principal.Kind switch
    {
        PrincipalKind.IdentityCenter => $"users and groups of Identity Center have no IAM tags: {principal}",
        PrincipalKind.IamAllowedPrincipals => "only IAM decides for IAM_ALLOWED_PRINCIPALS: use 123456789012:IAMPrincipals, "
            + "which is every role and user of the account",
        _ => null,
    };

    private static bool Takes(LakeResource resource) => resource.Kind is ResourceKind.Catalog or ResourceKind.NestedCatalog
        or ResourceKind.Database or ResourceKind.Table or ResourceKind.AllTables or ResourceKind.Columns or ResourceKind.DataFilter;
}
