namespace LakeTools.Core.Permissions;

/// <summary>Why one entry of a batch was not done.</summary>
/// <param name="Code">The service's code; null where it did not answer.</param>
/// <param name="Message">The service's text, or the transport's.</param>
/// <param name="Cause">What was thrown; null where the service listed the failure in its answer.</param>
/// <param name="IsUnanswered">True where the call may have reached the service all the same, so that the entry may be done.</param>
internal sealed record EntryFailure(string? Code, string? Message, Exception? Cause = null, bool IsUnanswered = false)
{
    /// <summary>True where the same entry may well succeed a moment later.</summary>
    public bool IsTransient => IsUnanswered || PermissionErrors.IsTransient(Code);
}
