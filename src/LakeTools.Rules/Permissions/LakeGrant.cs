using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Rules.Permissions;

/// <summary>What a principal may do with a resource, and what of it the principal may pass on.</summary>
/// <param name="Principal">The principal's identifier, as the API has it.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Permissions">What the principal may do.</param>
/// <param name="Grantable">What the principal may grant to others: the grant option.</param>
public sealed record LakeGrant(string Principal, LakeResource Resource, PermissionSet Permissions,
    PermissionSet Grantable = PermissionSet.None)
{
    /// <summary>
    /// The expression that the principal's tags must meet, as it was written; null for none. A grant with a condition is a grant of its
    /// own, beside one without and beside those with other conditions.
    /// </summary>
    public string? Condition { get; init; }

    /// <summary>Shows it as a sentence's part: <c>SELECT on table sales.orders for arn:…</c>.</summary>
    /// <returns>Text.</returns>
    public override string ToString() => $"{Permissions.ToText()} on {Resource} for {Principal}{When(Condition)}";

    /// <summary>Shows a condition as the end of a sentence's part.</summary>
    /// <param name="condition">The expression; null for none.</param>
    /// <returns>Such as <c> when context.iam…</c>; empty for none.</returns>
    public static string When(string? condition) => condition is null ? "" : $" when {PlainLine.Of(condition)}";
}
