using LakeTools.Core.Permissions.Grants;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>The permissions of one principal on one resource. Flat, so it can be exported to CSV and imported.</summary>
public sealed record LakePermission : LakeTarget
{
    internal LakePermission(LakeResource resource)
        : base(resource)
    {
    }

    /// <summary>The principal's identifier.</summary>
    public required string Principal { get; init; }

    /// <summary>The permissions' names, in the API's order.</summary>
    public IReadOnlyList<string> Permission { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>The permissions that the principal may pass on.</summary>
    public IReadOnlyList<string> GrantablePermission { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>
    /// The Cedar expression that the tags of the user, role or session must meet (attribute-based access control); null for none.
    /// </summary>
    public string? Condition { get; init; }

    /// <summary>Explicit, Implicit (it cannot be revoked), or IamAllowed (IAM alone decides).</summary>
    public string Source => GrantSource.ToString();

    /// <summary>When it was changed last, in local time; null if the service does not say.</summary>
    public DateTime? LastUpdated { get; init; }

    /// <summary>The principal of the last change.</summary>
    public string? LastUpdatedBy { get; init; }

    /// <summary>
    /// When its principal last used it, in local time, as far as a trail tells: of what Find-LakeUnusedPermission emits. Else null.
    /// </summary>
    public DateTime? LastUsed { get; init; }

    internal GrantSource GrantSource { get; init; }

    /// <summary>Shows it as <c>SELECT on table sales.orders for arn:…</c>.</summary>
    /// <returns>Text.</returns>
    public override string ToString() => $"{string.Join(", ", Permission)} on {Target} for {Principal}{LakeGrant.When(Condition)}";
}
