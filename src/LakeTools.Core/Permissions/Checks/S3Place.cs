using Amazon;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Permissions.Checks;

/// <summary>A folder in S3, as policies name it.</summary>
/// <param name="Uri">The folder.</param>
/// <param name="Region">The region, for the partition of ARNs.</param>
internal sealed record S3Place(S3Uri Uri, string Region)
{
    private string Bucket => $"arn:{RegionEndpoint.GetBySystemName(Region).PartitionName}:s3:::{Uri.Bucket}";

    private string Folder => Uri.Key.Length == 0 ? "" : Uri.Key.TrimEnd('/') + "/";

    /// <summary>The permissions that reading it needs.</summary>
    public IReadOnlyList<PolicyQuestion> Reading =>
    [
        Of([EngineNeeds.ReadObject], $"{Bucket}/{Folder}*"),
        Of([EngineNeeds.ListObjects], Bucket) with { Prefix = Folder },
    ];

    /// <summary>The actions to write and read results there (Athena user guide, permissions for query result locations).</summary>
    public IReadOnlyList<PolicyQuestion> Results =>
    [
        Of(["s3:GetBucketLocation"], Bucket),
        Of([EngineNeeds.ReadObject, "s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"], $"{Bucket}/{Folder}*"),
        Of([EngineNeeds.ListObjects], Bucket) with { Prefix = Folder },
    ];

    private PolicyQuestion Of(IReadOnlyList<string> actions, string arn) => new(actions, [arn]) { Bucket = Uri.Bucket };
}
