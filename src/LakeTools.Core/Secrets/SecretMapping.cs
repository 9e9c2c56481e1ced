using Amazon.SecretsManager.Model;

namespace LakeTools.Core.Secrets;

/// <summary>Makes output objects of the service's answers.</summary>
internal static class SecretMapping
{
    private const string Current = "AWSCURRENT";

    public static LakeSecretInfo ToInfo(DescribeSecretResponse secret) => new()
    {
        Name = secret.Name,
        Arn = secret.ARN,
        Description = secret.Description,
        KmsKeyId = secret.KmsKeyId,
        Tag = Tags(secret.Tags),
        Version = Versions(secret.VersionIdsToStages),
        RotationEnabled = secret.RotationEnabled ?? false,
        RotationLambdaArn = secret.RotationLambdaARN,
        RotationDays = secret.RotationRules?.AutomaticallyAfterDays,
        RotationSchedule = secret.RotationRules?.ScheduleExpression,
        NextRotationDate = secret.NextRotationDate?.ToLocalTime(),
        LastRotatedDate = secret.LastRotatedDate?.ToLocalTime(),
        LastChangedDate = secret.LastChangedDate?.ToLocalTime(),
        LastAccessedDate = secret.LastAccessedDate?.ToLocalTime(),
        CreatedDate = secret.CreatedDate?.ToLocalTime(),
        DeletedDate = secret.DeletedDate?.ToLocalTime(),
        OwningService = secret.OwningService,
    };

    public static LakeSecretInfo ToInfo(SecretListEntry secret) => new()
    {
        Name = secret.Name,
        Arn = secret.ARN,
        Description = secret.Description,
        KmsKeyId = secret.KmsKeyId,
        Tag = Tags(secret.Tags),
        Version = Versions(secret.SecretVersionsToStages),
        RotationEnabled = secret.RotationEnabled ?? false,
        RotationLambdaArn = secret.RotationLambdaARN,
        RotationDays = secret.RotationRules?.AutomaticallyAfterDays,
        RotationSchedule = secret.RotationRules?.ScheduleExpression,
        NextRotationDate = secret.NextRotationDate?.ToLocalTime(),
        LastRotatedDate = secret.LastRotatedDate?.ToLocalTime(),
        LastChangedDate = secret.LastChangedDate?.ToLocalTime(),
        LastAccessedDate = secret.LastAccessedDate?.ToLocalTime(),
        CreatedDate = secret.CreatedDate?.ToLocalTime(),
        DeletedDate = secret.DeletedDate?.ToLocalTime(),
        OwningService = secret.OwningService,
    };

    private static Dictionary<string, string> Tags(List<Tag>? tags)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags ?? []) result[tag.Key] = tag.Value ?? "";
        return result;
    }

    private static LakeSecretVersion[] Versions(Dictionary<string, List<string>>? stages) => (stages ?? [])
        .Select(version => new LakeSecretVersion(version.Key, [.. version.Value.Order(StringComparer.Ordinal)]))
        .OrderByDescending(version => version.VersionStage.Contains(Current))
        .ThenBy(version => version.VersionStage.FirstOrDefault(), StringComparer.Ordinal)
        .ToArray();
}
