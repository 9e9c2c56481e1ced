namespace LakeTools.Core.Permissions.Checks;

/// <summary>The results of a check.</summary>
public enum AccessCheckStatus
{
    /// <summary>The check passed.</summary>
    Passed,

    /// <summary>It prevents the principal from reading rows.</summary>
    Failed,

    /// <summary>It could not be checked. The text has the reason and the permission that the caller needs.</summary>
    Unknown,

    /// <summary>It does not apply to this principal and this table.</summary>
    NotNeeded,
}
