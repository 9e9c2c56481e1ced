using Amazon.SecretsManager.Model;

namespace LakeTools.Core.Secrets;

/// <summary>Makes output objects of the service's answers.</summary>
internal static class SecretMapping
{
    public static LakeSecretInfo ToInfo(DescribeSecretResponse secret) => new()
    {
        Name = secret.Name,
        Arn = secret.ARN,
        Description = secret.Description,
        KmsKeyId = secret.KmsKeyId,
        Tag = Tags(secret.Tags),
        Version = Versions(secret.Name, secret.ARN, secret.VersionIdsToStages),
        PrimaryRegion = secret.PrimaryRegion,
        Replica = Replicas(secret),
        RotationEnabled = secret.RotationEnabled ?? false,
        RotationLambdaArn = secret.RotationLambdaARN,
        RotationDays = secret.RotationRules?.AutomaticallyAfterDays,
        RotationSchedule = secret.RotationRules?.ScheduleExpression,
        RotationDuration = secret.RotationRules?.Duration,
        NextRotationDate = secret.NextRotationDate?.ToLocalTime(),
        LastRotatedDate = secret.LastRotatedDate?.ToLocalTime(),
        LastChangedDate = secret.LastChangedDate?.ToLocalTime(),
        LastAccessedDate = secret.LastAccessedDate?.ToLocalTime(),
        CreatedDate = secret.CreatedDate?.ToLocalTime(),
        DeletedDate = secret.DeletedDate?.ToLocalTime(),
        OwningService = secret.OwningService,
        Type = secret.Type,
        ExternalRotationRoleArn = secret.ExternalSecretRotationRoleArn,
        ExternalRotationMetadata = Metadata(secret.ExternalSecretRotationMetadata),
    };

    public static LakeSecretInfo ToInfo(SecretListEntry secret) => new()
    {
        Name = secret.Name,
        Arn = secret.ARN,
        Description = secret.Description,
        KmsKeyId = secret.KmsKeyId,
        Tag = Tags(secret.Tags),
        Version = Versions(secret.Name, secret.ARN, secret.SecretVersionsToStages),
        PrimaryRegion = secret.PrimaryRegion,
        RotationEnabled = secret.RotationEnabled ?? false,
        RotationLambdaArn = secret.RotationLambdaARN,
        RotationDays = secret.RotationRules?.AutomaticallyAfterDays,
        RotationSchedule = secret.RotationRules?.ScheduleExpression,
        RotationDuration = secret.RotationRules?.Duration,
        NextRotationDate = secret.NextRotationDate?.ToLocalTime(),
        LastRotatedDate = secret.LastRotatedDate?.ToLocalTime(),
        LastChangedDate = secret.LastChangedDate?.ToLocalTime(),
        LastAccessedDate = secret.LastAccessedDate?.ToLocalTime(),
        CreatedDate = secret.CreatedDate?.ToLocalTime(),
        DeletedDate = secret.DeletedDate?.ToLocalTime(),
        OwningService = secret.OwningService,
        Type = secret.Type,
        ExternalRotationRoleArn = secret.ExternalSecretRotationRoleArn,
        ExternalRotationMetadata = Metadata(secret.ExternalSecretRotationMetadata),
    };

    private static Dictionary<string, string> Tags(List<Tag>? tags)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags ?? []) result[tag.Key] = tag.Value ?? "";
        return result;
    }

    private static Dictionary<string, string> Metadata(List<ExternalSecretRotationMetadataItem>? items)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in items ?? []) result[item.Key] = item.Value ?? "";
        return result;
    }

    private static LakeSecretReplica[] Replicas(DescribeSecretResponse secret) =>
        [.. (secret.ReplicationStatus ?? []).Select(replica => new LakeSecretReplica
    {
        Name = secret.Name,
        Arn = secret.ARN,
        Region = replica.Region,
        KmsKeyId = replica.KmsKeyId,
        State = replica.Status?.Value,
        Message = replica.StatusMessage,
        LastAccessedDate = replica.LastAccessedDate?.ToLocalTime(),
    })];

    private static LakeSecretVersion[] Versions(string name, string arn, Dictionary<string, List<string>>? stages) => (stages ?? [])
        .Select(version => new LakeSecretVersion
        {
            Name = name, Arn = arn, VersionId = version.Key, VersionStage = [.. version.Value.Order(StringComparer.Ordinal)],
        })
        .OrderByDescending(version => version.VersionStage.Contains(VersionStages.Current))
        .ThenBy(version => version.VersionStage.FirstOrDefault(), StringComparer.Ordinal)
        .ToArray();
}
