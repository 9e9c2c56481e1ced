using System.Security;
using Amazon.Runtime;

namespace LakeTools.Core.Connection;

/// <summary>The options of a connection. All are optional. The default chain of the SDK supplies what is not set.</summary>
public sealed record LakeConnectionOptions
{
    /// <summary>The name of the connection. Null to use the folder, profile, role or key.</summary>
    public string? Name { get; init; }

    /// <summary>The region's code, such as <c>eu-central-1</c>.</summary>
    public string? Region { get; init; }

    /// <summary>A profile of the shared config and credentials files. One that does not exist is an error.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The id of an access key. Requires <see cref="SecretKey"/>.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The secret of <see cref="AccessKey"/>.</summary>
    public SecureString? SecretKey { get; init; }

    /// <summary>The token of temporary credentials.</summary>
    public SecureString? SessionToken { get; init; }

    /// <summary>Credentials of the AWS SDK, which the SDK renews.</summary>
    public AWSCredentials? Credentials { get; init; }

    /// <summary>A role to assume with the credentials of the other options.</summary>
    public string? RoleArn { get; init; }

    /// <summary>
    /// The session's name in CloudTrail; <c>LakeTools</c> where null. For <see cref="RoleArn"/>, otherwise the role of the profile.
    /// </summary>
    public string? RoleSessionName { get; init; }

    /// <summary>The value of <c>sts:ExternalId</c> that the role's trust policy requires.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The serial number or ARN of the MFA device, if the role's trust policy requires one.</summary>
    public string? MfaSerial { get; init; }

    /// <summary>The code of the device: six digits, valid once and for half a minute.</summary>
    public string? MfaCode { get; init; }

    /// <summary>One endpoint for every service, such as a local server's.</summary>
    public Uri? EndpointUrl { get; init; }

    /// <summary>Endpoints by service, such as VPC endpoints.</summary>
    public IReadOnlyDictionary<LakeService, Uri> Endpoints { get; init; } = new Dictionary<LakeService, Uri>();

    /// <summary>The endpoints of the environment and the profile, if another connection has read them. Null to read them.</summary>
    internal ConfiguredEndpoints? ConfiguredEndpoints { get; init; }

    /// <summary>The default catalog of commands. Null for the caller's account.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The number of retries of a failed or throttled call. Null for the SDK's default.</summary>
    public int? MaxRetry { get; init; }

    /// <summary>Set for an embedded lake.</summary>
    public LocalEndpoint? Local { get; init; }
}
