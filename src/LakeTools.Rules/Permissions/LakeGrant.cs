using LakeTools.Rules.Resources;

namespace LakeTools.Rules.Permissions;

/// <summary>What a principal may do with a resource, and what of it the principal may pass on.</summary>
/// <param name="Principal">The principal's identifier, as the API has it.</param>
/// <param name="Resource">The thing.</param>
/// <param name="Permissions">What the principal may do.</param>
/// <param name="Grantable">What the principal may grant to others: the grant option.</param>
public sealed record LakeGrant(string Principal, LakeResource Resource, PermissionSet Permissions,
    PermissionSet Grantable = PermissionSet.None)
{
    /// <summary>Shows it as a sentence's part: <c>SELECT on table sales.orders for arn:…</c>.</summary>
    /// <returns>Text.</returns>
    public override string ToString() => $"{Permissions.ToText()} on {Resource} for {Principal}";
}
