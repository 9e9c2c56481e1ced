namespace LakeTools.Core.Secrets;

/// <summary>The rotation settings of a secret; null means unchanged.</summary>
public sealed record RotationOptions
{
    /// <summary>The function that makes and tries new values.</summary>
    public string? LambdaArn { get; init; }

    /// <summary>For a managed external secret: the role that rotates it at the partner.</summary>
    public string? ExternalRoleArn { get; init; }

    /// <summary>For a managed external secret: what the partner must know.</summary>
    public IReadOnlyDictionary<string, string>? ExternalMetadata { get; init; }

    /// <summary>Days between rotations, 1 to 1000; not together with a schedule.</summary>
    public int? Days { get; init; }

    /// <summary>A <c>cron(…)</c> or <c>rate(…)</c>, in UTC.</summary>
    public string? Schedule { get; init; }

    /// <summary>The length of the rotation window, in hours: <c>3h</c>.</summary>
    public string? Duration { get; init; }

    /// <summary>False to wait for the next scheduled time; null for the service's default, at once.</summary>
    public bool? Immediately { get; init; }
}
