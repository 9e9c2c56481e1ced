using LakeTools.Rules.Resources;

namespace LakeTools.Rules.Permissions;

/// <summary>A grant or revoke as it was asked for, before anything is checked.</summary>
public sealed record GrantRequest
{
    /// <summary>The principals, in any form that <see cref="LakePrincipal.Parse"/> reads.</summary>
    public required IReadOnlyList<string> Principal { get; init; }

    /// <summary>The permissions' names.</summary>
    public IReadOnlyList<string> Permission { get; init; } = [];

    /// <summary>
    /// The permissions that may be granted to others. A revoke may name some here alone: they are kept, and can no longer be passed on.
    /// </summary>
    public IReadOnlyList<string> GrantablePermission { get; init; } = [];

    /// <summary>The resource.</summary>
    public required ResourceInput Resource { get; init; }

    /// <summary>
    /// The expression that the principals' tags must meet; null for none. A revoke names the one of the grant, letter by letter.
    /// </summary>
    public string? Condition { get; init; }

    /// <summary>True if permissions are removed.</summary>
    public bool IsRevoke { get; init; }

    /// <summary>True if it is only asked whether the permissions are held.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>What was asked, as errors name it.</summary>
    /// <returns>Such as <c>WRITE on table sales.orders for role/analyst</c>.</returns>
    public override string ToString() => $"{string.Join(", ", Permission)} on {Resource} for {string.Join(", ", Principal)}";
}
