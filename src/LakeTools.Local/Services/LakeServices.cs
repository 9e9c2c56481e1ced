using LakeTools.Local.Api;
using LakeTools.Local.Athena;
using LakeTools.Local.CloudTrail;
using LakeTools.Local.Ec2;
using LakeTools.Local.Glue;
using LakeTools.Local.Iam;
using LakeTools.Local.LakeFormation;
using LakeTools.Local.Logs;
using LakeTools.Local.Ram;
using LakeTools.Local.SecretsManager;
using LakeTools.Local.Sts;

namespace LakeTools.Local.Services;

/// <summary>The services of a lake besides S3. A new one is added only here.</summary>
internal static class LakeServices
{
    /// <summary>Makes the services of one lake.</summary>
    public static IReadOnlyList<JsonApi> Create() =>
    [
        new StsApi(),
        new IamApi(),
        new GlueApi(),
        new LakeFormationApi(),
        new SecretsManagerApi(),
        new LogsApi(),
        new Ec2Api(),
        new RamApi(),
        new CloudTrailApi(),
        new AthenaApi(),
    ];
}
