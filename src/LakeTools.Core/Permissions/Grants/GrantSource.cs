namespace LakeTools.Core.Permissions.Grants;

/// <summary>The sources of a permission.</summary>
public enum GrantSource
{
    /// <summary>Somebody granted it.</summary>
    Explicit,

    /// <summary>The principal has it without a grant, and it cannot be revoked.</summary>
    Implicit,

    /// <summary>IAM alone decides.</summary>
    IamAllowed,
}
