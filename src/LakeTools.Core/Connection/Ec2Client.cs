using Amazon.EC2;

namespace LakeTools.Core.Connection;

/// <summary>Creates the client of EC2, in a separate class, so that its assembly is loaded only when it is needed.</summary>
internal static class Ec2Client
{
    /// <summary>Makes it.</summary>
    public static object Create(LakeConnectionOptions options, ResolvedConnection resolved) =>
        LakeClients.Make(options, resolved, LakeService.Ec2,
        new AmazonEC2Config(),
        static (credentials, config) => new AmazonEC2Client(credentials, config));
}
