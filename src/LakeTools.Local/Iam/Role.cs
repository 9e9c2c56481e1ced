namespace LakeTools.Local.Iam;

/// <summary>
/// A role as it is recorded. Nothing here limits what its sessions may call; its policies open objects under registered
/// locations.
/// </summary>
internal sealed record Role
{
    public required string Name { get; init; }

    /// <summary>Such as <c>/</c> or <c>/service-role/</c>.</summary>
    public required string Path { get; init; }

    public required string Id { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>The policy document that tells who may assume the role.</summary>
    public required string TrustPolicy { get; init; }

    public string? Description { get; init; }

    /// <summary>Seconds.</summary>
    public required int MaxSessionDuration { get; init; }

    public string? PermissionsBoundary { get; init; }

    /// <summary>Tags, in the order in which they were given.</summary>
    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    public string Arn(string accountId) => $"arn:aws:iam::{accountId}:role{Path}{Name}";
}
