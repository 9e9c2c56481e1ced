using Amazon;
using Amazon.Runtime;

namespace LakeTools.Core.Connection;

/// <summary>Where and as whom to call.</summary>
/// <param name="Region">The region.</param>
/// <param name="Credentials">The credentials; null leaves the search to the SDK's default chain.</param>
internal sealed record ResolvedConnection(RegionEndpoint Region, AWSCredentials? Credentials);
