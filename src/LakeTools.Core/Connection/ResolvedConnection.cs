using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace LakeTools.Core.Connection;

/// <summary>Where and as whom to call.</summary>
/// <param name="Region">The region.</param>
/// <param name="Credentials">The credentials; null leaves the search to the SDK's default chain.</param>
/// <param name="MfaCodes">Where the codes of the MFA devices come from that roles of the connection ask for.</param>
/// <param name="Profile">The profile whose settings count, such as its endpoints; null where there is none.</param>
internal sealed record ResolvedConnection(RegionEndpoint Region, AWSCredentials? Credentials, MfaCodes MfaCodes,
    CredentialProfile? Profile);
