namespace LakeTools.Core.Permissions.Checks;

/// <summary>How a check ended.</summary>
public enum AccessCheckStatus
{
    /// <summary>The check passed.</summary>
    Passed,

    /// <summary>It keeps the principal from the rows.</summary>
    Failed,

    /// <summary>It could not be seen. The text says why, and which right would show it.</summary>
    Unknown,

    /// <summary>It does not lie on the way of this principal to this table.</summary>
    NotNeeded,
}
