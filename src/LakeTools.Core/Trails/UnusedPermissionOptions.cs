namespace LakeTools.Core.Trails;

/// <summary>How unused grants are looked for.</summary>
/// <param name="Days">How many days back; 0 for all that the trail has, however short.</param>
/// <param name="Path">A folder of a trail in S3; null for the event history.</param>
public sealed record UnusedPermissionOptions(int Days, string? Path)
{
    /// <summary>How far back the last use is looked for; null for twice the days.</summary>
    public DateTime? After { get; init; }

    /// <summary>Gets the number of grants that could not be judged, with the reason; may be null.</summary>
    public Action<string>? OnWarning { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
