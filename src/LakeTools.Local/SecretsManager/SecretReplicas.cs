using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;

namespace LakeTools.Local.SecretsManager;

/// <summary>
/// ReplicateSecretToRegions, RemoveRegionsFromReplication and StopReplicationToReplica. A replica belongs to its region: callers who sign
/// for that region read it. It follows its primary at once, and is changed there alone (user guide, Replicate secrets across Regions).
/// </summary>
internal static class SecretReplicas
{
    private const string DefaultKey = "alias/aws/secretsmanager";

    public static JsonObject Add(ApiCall call)
    {
        var secrets = SecretRepository.Of(call);
        return Answer(secrets, AddTo(call, secrets, secrets.GetOwn(call.Input.Required("SecretId"))));
    }

    public static JsonObject Remove(ApiCall call)
    {
        var secrets = SecretRepository.Of(call);
        var secret = secrets.GetOwn(call.Input.Required("SecretId"));
        foreach (var replica in secret.Replicas.Where(replica => call.Input.Texts("RemoveReplicaRegions")!.Contains(replica.Region)))
        {
            if (Find(secrets, secret, replica.Region) is { } there) secrets.Purge(there);
            secret = secret with { Replicas = [.. secret.Replicas.Except([replica])] };
        }

        secrets.Save(secret);
        return Answer(secrets, secret);
    }

    /// <summary>Makes a replica a secret of its own. The call is signed for the replica's region.</summary>
    public static JsonObject Detach(ApiCall call)
    {
        var secrets = SecretRepository.Of(call);
        var replica = secrets.GetLive(call.Input.Required("SecretId"));
        if (replica.PrimaryId is not { } primaryId)
        {
            throw SecretErrors.InvalidRequest(
                "You can't stop replication of a secret that isn't a replica: call this in the replica's Region.");
        }

        var own = replica with { PrimaryId = null, PrimaryArn = null };
        secrets.Detach(replica, version => version.IsEmpty ? version : SecretValue.Open(call.Lake.Cipher, replica, version)
            .Seal(call.Lake.Cipher, own, version.VersionId, version.Created));
        var primary = secrets.ById(primaryId)!;
        secrets.Save(primary with { Replicas = [.. primary.Replicas.Where(other => other.Region != replica.Region)] });
        return new JsonObject { ["ARN"] = replica.Arn };
    }

    /// <summary>Adds the regions that a request names, if it names any.</summary>
    /// <returns>The secret as it is stored now.</returns>
    public static SecretRecord AddTo(ApiCall call, SecretRepository secrets, SecretRecord secret)
    {
        var added = call.Input.Items("AddReplicaRegions")
            .Select(item => new ReplicaRecord(item.Text("Region") ?? "", item.Text("KmsKeyId"))).ToList();
        if (added.Count == 0) return secret;
        if (added.Any(replica => replica.Region.Length == 0 || replica.Region == secret.Region))
            throw SecretErrors.InvalidParameter("Invalid replica region.");
        var kept = secret.Replicas.Where(replica => replica.Failure is null || added.All(other => other.Region != replica.Region)).ToList();
        if (kept.Concat(added).GroupBy(replica => replica.Region).Any(region => region.Count() > 1))
            throw SecretErrors.InvalidParameter("A secret can be replicated to a region once.");
        var overwrite = call.Input.Flag("ForceOverwriteReplicaSecret");
        secret = secret with { Replicas = [.. kept, .. added.Select(replica => Make(secrets, secret, replica, overwrite))] };
        secrets.Save(secret);
        return secret;
    }

    /// <summary>Notes the key of a replica with its primary, which tells it too.</summary>
    public static void Rekey(SecretRepository secrets, SecretRecord replica)
    {
        if (replica.PrimaryId is not { } primaryId) return;
        var primary = secrets.ById(primaryId)!;
        secrets.Save(primary with
        {
            Replicas = [.. primary.Replicas.Select(other => other.Region == replica.Region
                ? other with { KmsKeyId = replica.KmsKeyId } : other)],
        });
    }

    /// <summary>The replicas as the API tells them; null for none.</summary>
    public static JsonArray? Status(SecretRepository secrets, SecretRecord secret) =>
        secret.Replicas.Count == 0 ? null : secret.Replicas.Select(replica =>
            new JsonObject { ["Region"] = replica.Region }
                .With("KmsKeyId", replica.KmsKeyId ?? DefaultKey)
                .With("Status", replica.Failure is null ? "InSync" : "Failed")
                .With("StatusMessage", replica.Failure ?? "Replication succeeded")
                .With("LastAccessedDate", EpochTime.ToWire(Find(secrets, secret, replica.Region)?.Accessed))).ToJsonArray();

    /// <summary>Makes a replica where its name is free there, or where a secret of its own may be overwritten.</summary>
    private static ReplicaRecord Make(SecretRepository secrets, SecretRecord primary, ReplicaRecord replica, bool overwrite)
    {
        var region = secrets.In(replica.Region);
        if (region.Find(primary.Name) is { } there)
        {
            if (!overwrite || there.IsReplica || there.Replicas.Count > 0)
            {
                return replica with
                {
                    Failure = $"Replication failed: Secret name {primary.Name} already exists in region {replica.Region}.",
                };
            }

            region.Purge(there);
        }

        region.CreateReplica(primary, replica.KmsKeyId);
        return replica;
    }

    private static SecretRecord? Find(SecretRepository secrets, SecretRecord primary, string region) =>
        secrets.In(region).Find(primary.Name) is { } there && there.PrimaryId == primary.Id ? there : null;

    private static JsonObject Answer(SecretRepository secrets, SecretRecord secret) =>
        new JsonObject { ["ARN"] = secret.Arn }.With("ReplicationStatus", Status(secrets, secret) ?? []);
}
