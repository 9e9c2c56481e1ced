namespace LakeTools.Local.Iam;

/// <summary>A user as it is recorded. Nothing here limits what it may call; its policies open objects under registered locations.</summary>
internal sealed record User
{
    public required string Name { get; init; }

    /// <summary>Such as <c>/</c> or <c>/analysts/</c>.</summary>
    public required string Path { get; init; }

    public required string Id { get; init; }

    public required DateTimeOffset Created { get; init; }

    public string? PermissionsBoundary { get; init; }

    /// <summary>Tags, in the order in which they were given.</summary>
    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    public string Arn(string accountId) => $"arn:aws:iam::{accountId}:user{Path}{Name}";
}
