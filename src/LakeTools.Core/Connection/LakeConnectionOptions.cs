using System.Security;
using Amazon.Runtime;

namespace LakeTools.Core.Connection;

/// <summary>What a connection is made of. Everything is optional: what is not given comes from the SDK's default chain.</summary>
public sealed record LakeConnectionOptions
{
    /// <summary>What the connection goes by; where null, the folder, profile, role or key that it is made of.</summary>
    public string? Name { get; init; }

    /// <summary>The region's code, such as <c>eu-central-1</c>.</summary>
    public string? Region { get; init; }

    /// <summary>A profile of the shared config and credentials files. One that does not exist is an error.</summary>
    public string? ProfileName { get; init; }

    /// <summary>An access key's id; goes with <see cref="SecretKey"/>.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The secret of <see cref="AccessKey"/>.</summary>
    public SecureString? SecretKey { get; init; }

    /// <summary>The token of temporary credentials.</summary>
    public SecureString? SessionToken { get; init; }

    /// <summary>Credentials of the AWS SDK, which renews them.</summary>
    public AWSCredentials? Credentials { get; init; }

    /// <summary>A role to assume with the credentials that the rest of the options give.</summary>
    public string? RoleArn { get; init; }

    /// <summary>
    /// The session's name in CloudTrail; <c>LakeTools</c> where null. For <see cref="RoleArn"/>, else the role of the profile.
    /// </summary>
    public string? RoleSessionName { get; init; }

    /// <summary>What the role's trust policy asks for as <c>sts:ExternalId</c>.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The serial number or ARN of the MFA device that the role's trust policy asks for.</summary>
    public string? MfaSerial { get; init; }

    /// <summary>The code that the device shows: six digits, good once and for half a minute.</summary>
    public string? MfaCode { get; init; }

    /// <summary>One endpoint for every service, such as a local server's.</summary>
    public Uri? EndpointUrl { get; init; }

    /// <summary>Endpoints by service, such as VPC endpoints.</summary>
    public IReadOnlyDictionary<LakeService, Uri> Endpoints { get; init; } = new Dictionary<LakeService, Uri>();

    /// <summary>The catalog that commands mean where they name none; the caller's account where null.</summary>
    public string? CatalogId { get; init; }

    /// <summary>How often a failed or throttled call is tried again; the SDK's default where null.</summary>
    public int? MaxRetry { get; init; }

    /// <summary>Set for an embedded lake.</summary>
    public LocalEndpoint? Local { get; init; }
}
