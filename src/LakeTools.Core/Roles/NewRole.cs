namespace LakeTools.Core.Roles;

/// <summary>A role to be made.</summary>
public sealed record NewRole
{
    /// <summary>The name: 1 to 64 letters, digits and <c>_+=,.@-</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The service that may assume it.</summary>
    public RoleTrust Service { get; init; } = RoleTrust.Glue;

    /// <summary>Folders in S3 in which the role may read, write, delete and list.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Managed policies to attach; null for the service's default policy.</summary>
    public IReadOnlyList<string>? ManagedPolicyArns { get; init; }

    /// <summary>Tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
