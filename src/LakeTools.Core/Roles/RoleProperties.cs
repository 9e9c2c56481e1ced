namespace LakeTools.Core.Roles;

/// <summary>A role to be made whole, or what to change of one; what is null or not named stays.</summary>
internal sealed record RoleProperties
{
    /// <summary>The trust policy's JSON.</summary>
    public string? Trust { get; init; }

    /// <summary>Inline policies by name; a null value removes one.</summary>
    public IReadOnlyDictionary<string, string?> Policies { get; init; } = new Dictionary<string, string?>();

    /// <summary>ARNs of managed policies to attach.</summary>
    public IReadOnlyList<string> Managed { get; init; } = [];

    /// <summary>ARNs of managed policies to detach.</summary>
    public IReadOnlyList<string> Detached { get; init; } = [];

    /// <summary>Tags; a null value removes one.</summary>
    public IReadOnlyDictionary<string, string?> Tags { get; init; } = new Dictionary<string, string?>();

    /// <summary>The path in IAM; of a new role only.</summary>
    public string? Path { get; init; }
}
