using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Context;
using LakeTools.Local.Wire;

namespace LakeTools.Local.SecretsManager;

/// <summary>The lifecycle of a secret: CreateSecret, UpdateSecret, DescribeSecret, DeleteSecret, RestoreSecret.</summary>
internal static class SecretLifecycle
{
    private const int DefaultRecoveryDays = 30;
    private const int MinimumRecoveryDays = 7;

    public static JsonObject Create(ApiCall call)
    {
        var secrets = SecretRepository.Of(call);
        var name = call.Input.Required("Name");
        if (!SecretArn.IsName(name)) throw SecretErrors.InvalidName();
        var value = SecretValue.From(call.Input);
        var token = VersionIdOf(call);
        if (secrets.Find(name) is { } existing)
        {
            if (existing.Deleted is not null) throw SecretErrors.NameScheduledForDeletion();

            // The same request sent twice makes one secret.
            if (value is not null && secrets.FindVersion(existing, token) is { IsEmpty: false } version)
            {
                if (!SecretValue.Open(call.Lake.Cipher, existing, version).SameAs(value))
                    throw SecretErrors.TokenInUse(token, existing.Arn);
                return Reference(existing).With("VersionId", token);
            }

            throw SecretErrors.Exists(name);
        }

        var tags = SecretTags.Read(call.Input);
        var secret = secrets.Create(name, call.Input.Text("Type"), NullIfEmpty(call.Input.Text("Description")),
            call.Input.Text("KmsKeyId"), tags.Count == 0 ? null : tags);
        secret = SecretReplicas.AddTo(call, secrets, secret);
        if (value is null) return Reference(secret).With("ReplicationStatus", SecretReplicas.Status(secrets, secret));
        secrets.AddVersion(secret, value.Seal(call.Lake.Cipher, secret, token, secrets.Now));
        StagingLabels.Attach(secrets, secret, token, [StagingLabels.Current]);
        return Reference(secret).With("VersionId", token).With("ReplicationStatus", SecretReplicas.Status(secrets, secret));
    }

    public static JsonObject Update(ApiCall call)
    {
        var secrets = SecretRepository.Of(call);
        var value = SecretValue.From(call.Input);
        var secret = secrets.GetLive(call.Input.Required("SecretId"));

        // A replica's key is its own, and all else its primary's (user guide, promote a replica secret to a standalone secret).
        if (secret.IsReplica && (call.Input["KmsKeyId"] is null || value is not null || call.Input["Description"] is not null
            || call.Input["Type"] is not null))
            throw SecretErrors.IsReplica();
        secret = secret with
        {
            Type = call.Input.Text("Type") ?? secret.Type,
            Description = call.Input.Text("Description") is { } description ? NullIfEmpty(description) : secret.Description,
            KmsKeyId = call.Input.Text("KmsKeyId") ?? secret.KmsKeyId,
        };
        secrets.Save(secret);
        SecretReplicas.Rekey(secrets, secret);
        if (value is null) return Reference(secret);
        var token = VersionIdOf(call);
        SecretVersions.Add(call, secrets, secret, value, token, [StagingLabels.Current]);
        return Reference(secret).With("VersionId", token);
    }

    public static JsonObject Describe(ApiCall call)
    {
        var secrets = SecretRepository.Of(call);
        var secret = secrets.Get(call.Input.Required("SecretId"));
        var output = Facts(secret)
            .With("ReplicationStatus", SecretReplicas.Status(secrets, secret))
            .With("VersionIdsToStages", StagesByVersion(secrets, secret))
            .With("DeletedDate", EpochTime.ToWire(secret.Purged));
        return output;
    }

    public static JsonObject Delete(ApiCall call)
    {
        var secrets = SecretRepository.Of(call);
        var secretId = call.Input.Required("SecretId");
        var days = call.Input.Number("RecoveryWindowInDays");
        var force = call.Input.Flag("ForceDeleteWithoutRecovery");
        if (days is not null && force)
            throw SecretErrors.InvalidParameter("You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
        if (days is not null and (< MinimumRecoveryDays or > DefaultRecoveryDays))
            throw SecretErrors.InvalidParameter("The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).");

        var secret = secrets.Find(secretId);
        if (secret is { IsReplica: true }) throw SecretErrors.IsReplica();
        if (secret is { Replicas.Count: > 0 })
        {
            var regions = string.Join(", ", secret.Replicas.Select(replica => replica.Region));
            throw SecretErrors.InvalidParameter($"You can't delete secret {secret.Arn} that still has replica regions [{regions}].");
        }

        if (force)
        {
            // A forced delete succeeds where there is nothing to delete, so clean-up can be run twice.
            if (secret is not null) secrets.Purge(secret);
            var arn = secret?.Arn ?? (secretId.StartsWith("arn:", StringComparison.Ordinal)
                ? secretId : SecretArn.Make(call.Lake, call.Region, secretId));
            return new JsonObject { ["ARN"] = arn, ["Name"] = secret?.Name ?? secretId, ["DeletionDate"] = EpochTime.ToWire(secrets.Now) };
        }

        if (secret is null) throw SecretErrors.NotFound();
        if (secret.Deleted is not null) throw SecretErrors.AlreadyScheduled();
        var end = secrets.Now + (long)TimeSpan.FromDays(days ?? DefaultRecoveryDays).TotalMilliseconds;
        secrets.Save(secret with { Deleted = secrets.Now, Purged = end });
        return Reference(secret).With("DeletionDate", EpochTime.ToWire(end));
    }

    public static JsonObject Restore(ApiCall call)
    {
        var secrets = SecretRepository.Of(call);
        var secret = secrets.Get(call.Input.Required("SecretId"));
        if (secret.IsReplica) throw SecretErrors.IsReplica();
        if (secret.Deleted is not null) secrets.Save(secret with { Deleted = null, Purged = null });
        return Reference(secret);
    }

    /// <summary>ARN and name, which nearly every answer starts with.</summary>
    public static JsonObject Reference(SecretRecord secret) => new() { ["ARN"] = secret.Arn, ["Name"] = secret.Name };

    /// <summary>The common members of DescribeSecret and ListSecrets.</summary>
    public static JsonObject Facts(SecretRecord secret) =>
        SecretRotation.Describe(Reference(secret), secret)
            .With("Type", secret.Type)
            .With("Description", secret.Description)
            .With("KmsKeyId", secret.KmsKeyId)
            .With("LastChangedDate", EpochTime.ToWire(secret.Changed))
            .With("LastAccessedDate", EpochTime.ToWire(secret.Accessed))
            .With("CreatedDate", EpochTime.ToWire(secret.Created))
            .With("PrimaryRegion", secret.PrimaryRegion)
            .With("Tags", secret.TagList());

    /// <summary>Version ids with their labels; null for a secret without a value, as AWS leaves the member out.</summary>
    public static JsonObject? StagesByVersion(SecretRepository secrets, SecretRecord secret)
    {
        var stages = secrets.Stages(secret);
        if (stages.Count == 0) return null;
        var output = new JsonObject();
        foreach (var version in stages.GroupBy(stage => stage.VersionId, stage => stage.Stage)) output[version.Key] = version.ToJsonArray();
        return output;
    }

    /// <summary>AWS takes an empty description for none.</summary>
    private static string? NullIfEmpty(string? text) => text is "" ? null : text;

    /// <summary>The id of the version that a call makes. SDKs and tools fill the token in.</summary>
    public static string VersionIdOf(ApiCall call) => call.Input.Text("ClientRequestToken") ?? throw new ApiException(
        call.Operation == "RotateSecret" ? "InvalidParameterException" : "InvalidRequestException",
        "You must provide a ClientRequestToken value. We recommend a UUID-type value.");
}
