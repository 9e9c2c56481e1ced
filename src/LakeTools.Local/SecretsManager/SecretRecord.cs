using System.Text.Json.Nodes;

namespace LakeTools.Local.SecretsManager;

/// <summary>A secret without its values.</summary>
internal sealed record SecretRecord
{
    public required long Id { get; init; }

    public required string Arn { get; init; }

    public required string Name { get; init; }

    public string? Type { get; init; }

    public string? Description { get; init; }

    public string? KmsKeyId { get; init; }

    /// <summary>Key and value, in the order given.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <summary>The resource policy's JSON text, kept as a record: IAM is taken to allow every call.</summary>
    public string? Policy { get; init; }

    public required long Created { get; init; }

    public required long Changed { get; init; }

    /// <summary>The day of the last read, at midnight UTC, as AWS tells it.</summary>
    public long? Accessed { get; init; }

    /// <summary>When DeleteSecret was called; null for a live secret.</summary>
    public long? Deleted { get; init; }

    /// <summary>When the recovery window ends, and with it the secret.</summary>
    public long? Purged { get; init; }

    /// <summary>How it is rotated; null where it never was.</summary>
    public RotationRecord? Rotation { get; init; }

    /// <summary>The other regions that it is replicated to.</summary>
    public IReadOnlyList<ReplicaRecord> Replicas { get; init; } = [];

    /// <summary>The tags as the API lists them.</summary>
    public JsonArray TagList() =>
        new(Tags.Select(tag => (JsonNode?)new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value }).ToArray());
}
