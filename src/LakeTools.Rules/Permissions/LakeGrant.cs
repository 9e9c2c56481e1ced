using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Rules.Permissions;

/// <summary>The permissions of a principal on a resource, and those with the grant option.</summary>
/// <param name="Principal">The principal's identifier, as the API has it.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Permissions">The permissions of the principal.</param>
/// <param name="Grantable">The permissions with the grant option.</param>
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
