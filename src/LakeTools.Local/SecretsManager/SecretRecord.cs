using System.Text.Json.Nodes;
using LakeTools.Local.Wire;

namespace LakeTools.Local.SecretsManager;

/// <summary>A secret without its values.</summary>
internal sealed record SecretRecord
{
    public required long Id { get; init; }

    public required string Arn { get; init; }

    public required string Name { get; init; }

    /// <summary>The region that it is a secret of. A name is taken once in a region.</summary>
    public required string Region { get; init; }

    /// <summary>The id of the secret that it is a replica of; null for a secret of its own.</summary>
    public long? PrimaryId { get; init; }

    /// <summary>The primary secret's ARN.</summary>
    public string? PrimaryArn { get; init; }

    public string? Type { get; init; }

    public string? Description { get; init; }

    public string? KmsKeyId { get; init; }

    /// <summary>Key and value, in the order given; null if it never had any, which AWS tells from a secret that lost its last one.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Tags { get; init; }

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

    /// <summary>The rotation settings; null if it was never rotated.</summary>
    public RotationRecord? Rotation { get; init; }

    /// <summary>The other regions that it is replicated to.</summary>
    public IReadOnlyList<ReplicaRecord> Replicas { get; init; } = [];

    /// <summary>Whether it follows a secret of another region, and cannot be changed alone.</summary>
    public bool IsReplica => PrimaryId is not null;

    /// <summary>The id of the secret whose versions are its: its own, or its primary's.</summary>
    public long OwnerId => PrimaryId ?? Id;

    /// <summary>The ARN of the primary secret, to which the values are sealed.</summary>
    public string OwnerArn => PrimaryArn ?? Arn;

    /// <summary>The region of the primary; null for a secret without replicas.</summary>
    public string? PrimaryRegion => PrimaryArn is not null ? SecretArn.RegionOf(PrimaryArn) : Replicas.Count > 0 ? Region : null;

    /// <summary>The tags as the API lists them; null if there never were any.</summary>
    public JsonArray? TagList() =>
        Tags?.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value }).ToJsonArray();
}
