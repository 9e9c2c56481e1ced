namespace LakeTools.Core.Definitions.Stores;

/// <summary>A secret's properties in a definition; in a change, null means unchanged, and empty means removed.</summary>
internal sealed record SecretProperties
{
    public string? Description { get; init; }

    public string? KmsKeyId { get; init; }

    /// <summary>Tags; a null value removes one.</summary>
    public IReadOnlyDictionary<string, string?> Tags { get; init; } = new Dictionary<string, string?>();

    /// <summary>The resource policy's JSON.</summary>
    public string? Policy { get; init; }

    /// <summary>Whether a new one gets a random password.</summary>
    public bool? IsGenerated { get; init; }
}
