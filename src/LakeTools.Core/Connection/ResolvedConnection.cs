using Amazon;
using Amazon.Runtime;

namespace LakeTools.Core.Connection;

/// <summary>The endpoint and the credentials of calls.</summary>
/// <param name="Region">The region.</param>
/// <param name="Credentials">The credentials.</param>
/// <param name="MfaCodes">The source of MFA codes for the roles of the connection.</param>
/// <param name="Endpoints">The endpoints of the environment and the profile. Null for an embedded lake, which they do not apply to.</param>
internal sealed record ResolvedConnection(RegionEndpoint Region, AWSCredentials Credentials, MfaCodes MfaCodes,
    ConfiguredEndpoints? Endpoints);
