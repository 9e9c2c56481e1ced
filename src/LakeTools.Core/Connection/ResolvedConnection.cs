using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace LakeTools.Core.Connection;

/// <summary>The endpoint and the credentials of calls.</summary>
/// <param name="Region">The region.</param>
/// <param name="Credentials">The credentials.</param>
/// <param name="MfaCodes">The source of MFA codes for the roles of the connection.</param>
/// <param name="Profile">The profile with settings such as endpoints. Null if there is none.</param>
internal sealed record ResolvedConnection(RegionEndpoint Region, AWSCredentials Credentials, MfaCodes MfaCodes,
    CredentialProfile? Profile);
