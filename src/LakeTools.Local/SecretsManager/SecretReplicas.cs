using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;

namespace LakeTools.Local.SecretsManager;

/// <summary>
/// ReplicateSecretToRegions, RemoveRegionsFromReplication and StopReplicationToReplica, as records: a lake has one region.
/// </summary>
internal static class SecretReplicas
{
    private const int RegionOfArn = 3;

    public static JsonObject Add(ApiCall call)
    {
        var secrets = new SecretRepository(call.Session, call.Lake);
        return Answer(AddTo(call, secrets, secrets.GetLive(call.Input.Required("SecretId"))));
    }

    public static JsonObject Remove(ApiCall call)
    {
        var secrets = new SecretRepository(call.Session, call.Lake);
        var secret = secrets.GetLive(call.Input.Required("SecretId"));
        var regions = call.Input.Texts("RemoveReplicaRegions")!;
        if (regions.FirstOrDefault(region => secret.Replicas.All(replica => replica.Region != region)) is { } unknown)
            throw SecretErrors.InvalidParameter($"The secret isn't replicated to {unknown}.");
        secret = secret with { Replicas = [.. secret.Replicas.Where(replica => !regions.Contains(replica.Region))] };
        secrets.Save(secret);
        return Answer(secret);
    }

    /// <summary>Cuts the link to a replica, which its ARN names: that of the secret with the other region.</summary>
    public static JsonObject Detach(ApiCall call)
    {
        var secrets = new SecretRepository(call.Session, call.Lake);
        var secretId = call.Input.Required("SecretId");
        var parts = secretId.Split(':', RegionOfArn + 2);
        if (parts.Length < RegionOfArn + 2 || parts[RegionOfArn] == call.Lake.Region)
        {
            secrets.GetLive(secretId);
            throw SecretErrors.InvalidRequest(
                "You can't stop replication of a secret that isn't a replica: call this in the replica's Region.");
        }

        var region = parts[RegionOfArn];
        parts[RegionOfArn] = call.Lake.Region;
        var secret = secrets.GetLive(string.Join(':', parts));
        if (secret.Replicas.All(replica => replica.Region != region)) throw SecretErrors.NotFound();
        secrets.Save(secret with { Replicas = [.. secret.Replicas.Where(replica => replica.Region != region)] });
        return new JsonObject { ["ARN"] = secretId };
    }

    /// <summary>Adds the regions that a request names, if it names any.</summary>
    /// <returns>The secret as it is stored now.</returns>
    public static SecretRecord AddTo(ApiCall call, SecretRepository secrets, SecretRecord secret)
    {
        var added = call.Input.Items("AddReplicaRegions")
            .Select(item => new ReplicaRecord(item.Text("Region") ?? "", item.Text("KmsKeyId"))).ToList();
        if (added.Count == 0) return secret;
        if (added.Any(replica => replica.Region.Length == 0 || replica.Region == call.Lake.Region))
            throw SecretErrors.InvalidParameter("Invalid replica region.");
        var all = secret.Replicas.Concat(added).ToList();
        if (all.DistinctBy(replica => replica.Region).Count() != all.Count)
            throw SecretErrors.InvalidParameter("A secret can be replicated to a region once.");
        var changed = secret with { Replicas = all };
        secrets.Save(changed);
        return changed;
    }

    /// <summary>The replicas as the API tells them; null for none.</summary>
    public static JsonArray? Status(SecretRecord secret) => secret.Replicas.Count == 0 ? null : secret.Replicas.Select(replica =>
        new JsonObject { ["Region"] = replica.Region }
            .With("KmsKeyId", replica.KmsKeyId ?? "alias/aws/secretsmanager")
            .With("Status", "InSync")).ToJsonArray();

    private static JsonObject Answer(SecretRecord secret) =>
        new JsonObject { ["ARN"] = secret.Arn }.With("ReplicationStatus", Status(secret) ?? []);
}
