namespace LakeTools.Core.Trails;

/// <summary>The options of the search for unused grants.</summary>
/// <param name="Days">The number of days to look back; 0 for all days of the trail, however few.</param>
/// <param name="Path">A folder of a trail in S3; null for the event history.</param>
public sealed record UnusedPermissionOptions(int Days, string? Path)
{
    /// <summary>The start of the search for the last use; null for twice the days.</summary>
    public DateTime? After { get; init; }

    /// <summary>Gets the number of grants that could not be judged, with the reason; may be null.</summary>
    public Action<string>? OnWarning { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
