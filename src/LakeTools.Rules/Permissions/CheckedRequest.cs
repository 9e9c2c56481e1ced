using LakeTools.Rules.Errors;

namespace LakeTools.Rules.Permissions;

/// <summary>
/// The result of <see cref="PermissionRules.Check"/> for a request: the requested grants, or all problems of the request.
/// </summary>
/// <param name="Request">The request.</param>
/// <param name="Grants">One a principal; empty if something is wrong.</param>
/// <param name="Findings">Everything that is wrong; empty if nothing is.</param>
public sealed record CheckedRequest(GrantRequest Request, IReadOnlyList<LakeGrant> Grants, IReadOnlyList<LakeException> Findings)
{
    /// <summary>Gives the grants, or one error for all that is wrong. The error has the id of the first finding.</summary>
    /// <param name="target">The object at fault, as the pipeline brought it; the request if null.</param>
    /// <returns>The grants.</returns>
    /// <exception cref="LakeException">There are findings.</exception>
    public IReadOnlyList<LakeGrant> GrantsOrThrow(object? target = null) => Findings.Count == 0
        ? Grants
        : throw LakeException.Join(target ?? Request, Findings);
}
