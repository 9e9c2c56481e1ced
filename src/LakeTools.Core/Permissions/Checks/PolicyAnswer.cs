using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;

namespace LakeTools.Core.Permissions.Checks;

/// <summary>The simulated decision about one action on one resource.</summary>
/// <param name="What">The action and the resource, as a part of a sentence.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Missing">The condition keys of policies that the simulation did not have, and a request may have.</param>
/// <param name="IsWithinOrganization">Whether service control policies allow it. Null if there are none.</param>
/// <param name="IsWithinBoundary">Whether the permissions boundary allows it. Null if there is none.</param>
internal sealed record PolicyAnswer(
    string What, PolicyEvaluationDecisionType Decision, IReadOnlyList<string> Missing, bool? IsWithinOrganization, bool? IsWithinBoundary)
{
    /// <summary>Whether it is allowed.</summary>
    public bool IsAllowed => Decision == PolicyEvaluationDecisionType.Allowed;

    /// <summary>
    /// Whether another value of a key that is not known could change the decision. AWS does not name the keys of service control
    /// policies that the simulation did not have (aws-cli, issue 10525), so that a refusal of these is not certain.
    /// </summary>
    public bool IsOpen => Missing.Count > 0 || (!IsAllowed && IsWithinOrganization == false);

    /// <summary>The decisions in a result of IAM, which is about one resource or about several.</summary>
    /// <param name="result">The result.</param>
    /// <param name="mayHave">Whether a request may have a condition key.</param>
    /// <returns>One for each resource.</returns>
    public static IEnumerable<PolicyAnswer> Of(EvaluationResult result, Func<string, bool> mayHave)
    {
        var organization = result.OrganizationsDecisionDetail?.AllowedByOrganizations;
        var boundary = result.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary;
        var parts = result.ResourceSpecificResults ?? [];

        // The keys are in the parts, if there are any (API reference, EvaluationResult). If no part has one, those of the whole count.
        var ofAll = parts.Exists(part => part.MissingContextValues is { Count: > 0 }) ? [] : result.MissingContextValues ?? [];
        List<string> Keys(List<string>? ofPart) =>
            [.. ofAll.Concat(ofPart ?? []).Where(mayHave).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (parts.Count == 0)
            return [new($"{result.EvalActionName} on {result.EvalResourceName}", result.EvalDecision, Keys(null), organization, boundary)];
        return parts.Select(part => new PolicyAnswer(
            $"{result.EvalActionName} on {part.EvalResourceName}", part.EvalResourceDecision, Keys(part.MissingContextValues), organization,
            part.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary ?? boundary));
    }
}
